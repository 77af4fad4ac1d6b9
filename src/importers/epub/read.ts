import { t } from '#language/t.ts';
import { oneLine } from '#formats/wording.ts';
import { decodePage } from '#importers/html/decode-page.ts';
import { type DraftArticle, type DraftsRead, noDrafts, type ReadDrafts } from '#importers/importer.ts';
import { inertDocument } from '#importers/inert-document.ts';
import { isoDateIn } from '#importers/iso-date.ts';
import { textOfDom } from '#importers/text-of-dom.ts';
import { unzipSome } from '#importers/unzip-some.ts';
import { contentsIn, type PackageFile, packagePathIn, readPackageFile } from './package-file.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const WANTED = /^META-INF\/(?:container|encryption)\.xml$|\.(?:opf|xhtml|html?|xml)$/i;

/** Reads an e-book (.epub): an article for each chapter, in the order of reading. Needs a DOMParser. */
export const readEpub: ReadDrafts = (bytes, fileName) => Promise.resolve(draftsOf(bytes, fileName));

function draftsOf(bytes: Uint8Array, fileName: string): DraftsRead {
  const files = unzipSome(bytes, (path) => WANTED.test(path));
  if (typeof files === 'string') return noDrafts(files);
  const textAt = (path: string): string => {
    const file = files.get(path);
    return file ? decodePage(file) : '';
  };
  const path = packagePathIn(textAt(CONTAINER));
  if (!files.has(path)) return noDrafts(t`the file is no e-book: it does not name its parts`);
  const about = readPackageFile(textAt(path), path);
  const isLocked = isProtected(textAt(ENCRYPTION), about);
  if (isLocked) return noDrafts(t`the e-book is protected against copying (DRM): its text cannot be read`);
  const problems = about.parts
    .filter((part) => !files.has(part))
    .map((part) => ({ place: part, message: t`the part is not in the file` }));
  const names = contentsIn(textAt(about.contents), about.contents);
  const drafts = about.parts.flatMap((part) => {
    return files.has(part) ? chapterOf(textAt(part), names.get(part) ?? '', about, fileName) : [];
  });
  return drafts.length === 0 ? noDrafts(t`the e-book has no text`) : { drafts, problems };
}

/** Covers and the like have no words, and are no articles. */
function chapterOf(markup: string, name: string, about: PackageFile, fileName: string): readonly DraftArticle[] {
  const document = documentOf(markup);
  const root = document.querySelector('body') ?? document.documentElement;
  const { text, pages } = textOfDom(root);
  if (text === '') return [];
  const heading = name || oneLine(root.querySelector('h1, h2, h3')?.textContent ?? '');
  const title = [about.title, heading].filter((part, index, all) => part !== '' && all.indexOf(part) === index);
  return [
    {
      title: title.join(' · '),
      author: about.author,
      source: about.source || about.title || fileName,
      date: isoDateIn(about.date),
      language: document.documentElement.getAttribute('lang') ?? about.language,
      text,
      pages,
    },
  ];
}

/** Most chapters are XML; what is not well-formed is read as browsers read pages. */
function documentOf(markup: string): Document {
  const strict = inertDocument(markup, 'application/xhtml+xml');
  return strict.querySelector('parsererror') ? inertDocument(markup) : strict;
}

/** Fonts may be garbled in books that anybody can read; parts with words may not. */
function isProtected(encryption: string, { parts }: PackageFile): boolean {
  if (encryption === '') return false;
  const document = inertDocument(encryption, 'application/xml');
  return [...document.getElementsByTagName('*')].some(
    (element) => element.localName === 'CipherReference' && parts.includes(element.getAttribute('URI') ?? ''),
  );
}
