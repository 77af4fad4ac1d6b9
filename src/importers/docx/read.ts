import { t } from '#language/t.ts';
import { guessLanguage } from '#formats/plain-text/guess-language.ts';
import { readXml } from '#formats/xml/read-xml.ts';
import { type DraftsRead, noDrafts, type ReadDrafts } from '#importers/importer.ts';
import { unzipSome } from '#importers/unzip-some.ts';
import { type Block, type Body, type NoteKind, readBody } from './body.ts';
import { createListCounter } from './numbering.ts';

const MAIN = 'word/document.xml';
const PARTS = /^(?:word\/(?:document|footnotes|endnotes|numbering|styles)\.xml|docProps\/core\.xml)$/;

/**
 * Reads a document of a word processor (.docx) as one article: its words as they are with all tracked changes accepted, lists
 * with their numbers, rows of tables on a line each, notes at the end. Headers, footers, comments and pictures are left out.
 */
export const readDocx: ReadDrafts = (bytes) => Promise.resolve(draftIn(bytes));

function draftIn(bytes: Uint8Array): DraftsRead {
  const files = unzipSome(bytes, (path) => PARTS.test(path));
  if (typeof files === 'string') return noDrafts(files);
  const main = files.get(MAIN);
  if (!main) return noDrafts(t`there is no text in the file: it is not a document of a word processor`);
  const marks = createNoteMarks();
  const lists = createListCounter(files.get('word/numbering.xml'));
  const body = readBody(MAIN, main, lists, marks.markOf);
  const notesOf = (kind: NoteKind): Body['notes'] | undefined => {
    const path = `word/${kind}s.xml`;
    const file = files.get(path);
    return file && readBody(path, file, lists, () => '').notes;
  };
  const found = { footnote: notesOf('footnote'), endnote: notesOf('endnote') };
  const notes = marks.inOrder().map(({ kind, id, mark }) => {
    const blocks = found[kind]?.get(id) ?? [];
    return { kind: 'paragraph', text: `${mark} ${blocks.map(({ text }) => text).join(' ')}`, style: '' } as const;
  });
  const text = joined([...body.blocks, ...notes]);
  if (text === '') return noDrafts(t`the document has no text`);
  const about = coreOf(files.get('docProps/core.xml'));
  const headline = body.blocks.find(({ style }) => /^(?:title|heading1)$/i.test(style))?.text ?? '';
  const language = about.get('dc:language') ?? '';
  const draft = {
    title: about.get('dc:title') || headline.replaceAll(/\s+/g, ' '),
    author: about.get('dc:creator') ?? '',
    source: '',
    date: '',
    language: language || (guessLanguage(text) === 'und' ? usualLanguage(files.get('word/styles.xml')) : ''),
    text,
    pages: [],
  };
  return { drafts: [draft], problems: body.problems };
}

/** Notes are numbered in the order in which the text comes to them, whatever their ids. */
function createNoteMarks() {
  const notes = new Map<string, { readonly kind: NoteKind; readonly id: string; readonly mark: string }>();
  return {
    markOf: (kind: NoteKind, id: string): string => {
      const known = notes.get(`${kind} ${id}`) ?? { kind, id, mark: `[${notes.size + 1}]` };
      notes.set(`${kind} ${id}`, known);
      return known.mark;
    },
    inOrder: () => [...notes.values()],
  };
}

/** Paragraphs with an empty line between them; items of one list and rows of one table without. */
function joined(blocks: readonly Block[]): string {
  const text = blocks.map((block, index) => {
    const last = blocks[index - 1];
    if (!last) return block.text;
    return (block.kind !== 'paragraph' && last.kind === block.kind ? '\n' : '\n\n') + block.text;
  });
  return text.length === 0 ? '' : `${text.join('')}\n`;
}

/** What the document says of itself, by the names of the elements. */
function coreOf(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let name = '';
  if (bytes) {
    readXml(
      { path: 'core.xml', bytes },
      {
        open: (element) => (name = element.name),
        text: (text) => found.set(name, ((found.get(name) ?? '') + text).trim()),
        close: () => (name = ''),
      },
    );
  }
  return found;
}

function usualLanguage(styles: Uint8Array | undefined): string {
  let language = '';
  if (styles) {
    readXml(
      { path: 'styles.xml', bytes: styles },
      {
        open: ({ name, attributes }) => {
          if (name === 'w:lang') language ||= attributes.get('w:val') ?? '';
        },
        text: () => undefined,
        close: () => undefined,
      },
    );
  }
  return language;
}
