import { t } from '#language/t.ts';
import { type DraftsRead, noDrafts, type ReadDrafts } from '#importers/importer.ts';
import { articleOfPage } from './article-of-page.ts';
import { decodePage } from './decode-page.ts';
import { pageInMhtml } from './mhtml.ts';

/** Reads a saved page (.html); runs nothing of it and asks no host for anything. Needs a DOMParser. */
export const readHtml: ReadDrafts = (bytes, fileName) => {
  return Promise.resolve(draftsOf(decodePage(bytes), fileName));
};

/** Reads a page that a browser saved with all that belongs to it (.mhtml); only the words of the page are taken. */
export const readMhtml: ReadDrafts = (bytes, fileName) => {
  const page = pageInMhtml(bytes);
  if (!page) return Promise.resolve(noDrafts(t`there is no page in the file`));
  return Promise.resolve(draftsOf(decodePage(page.bytes, page.charset), page.address || fileName));
};

function draftsOf(markup: string, source: string): DraftsRead {
  const { draft, note } = articleOfPage(markup, source);
  if (draft.text.trim() === '') {
    return noDrafts(
      t`the page has no text: it may be put together by scripts. Copy the article in the browser and paste it`,
    );
  }
  return { drafts: [draft], problems: note === '' ? [] : [{ place: 'text', message: note }] };
}
