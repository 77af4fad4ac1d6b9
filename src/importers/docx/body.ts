import { type Problem } from '#formats/problem.ts';
import { readXml, type XmlElement } from '#formats/xml/read-xml.ts';
import { type ListCounter } from './numbering.ts';

/** A paragraph, an item of a list, or a row of a table. */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'row';
  readonly text: string;
  /** The id of its style: Title, Heading1. */
  readonly style: string;
}

/** What a document or its notes hold, in the order of reading. */
export interface Body {
  readonly blocks: readonly Block[];
  /** The blocks of each note by its id, where the file is one of notes. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  readonly problems: readonly Problem[];
}

/** Whose words do not count: what was deleted or moved away while changes were tracked, and second copies of drawings. */
const SKIPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:pPrChange', 'w:rPrChange']);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
]);

/** A paragraph that is being read. */
interface Draft {
  text: string;
  style: string;
  list: string | undefined;
  level: number;
  /** Its end was deleted while changes were tracked: the next one goes on with it. */
  goesOn: boolean;
}

/**
 * The words of one of a document's files as they are when all changes are accepted. `noteMark` gives what stands in the text
 * where a note belongs, by `footnote` or `endnote` and its id.
 */
export function readBody(path: string, bytes: Uint8Array, lists: ListCounter, noteMark: NoteMark): Body {
  const reader = new BodyReader(lists, noteMark);
  const problems = readXml({ path, bytes }, reader);
  return { blocks: reader.main, notes: reader.notes, problems };
}

/** Where a note stands in print. */
export type NoteKind = 'footnote' | 'endnote';

type NoteMark = (kind: NoteKind, id: string) => string;

/** A row of a table that is open: its cells so far, and where its blocks and those of the cell begin. */
interface Row {
  readonly cells: string[];
  readonly from: number;
  cellFrom: number;
}

/** Hears the elements of a file one after the other. */
class BodyReader {
  readonly main: Block[] = [];
  readonly notes = new Map<string, Block[]>();
  readonly #lists: ListCounter;
  readonly #noteMark: NoteMark;
  #blocks = this.main;
  /** Paragraphs within a paragraph are those of a text box; their words come before it. */
  readonly #open: Draft[] = [];
  readonly #rows: Row[] = [];
  #before: Draft | undefined;
  #skipped = 0;
  #isHidden = false;
  #isText = false;
  #isInProperties = false;

  constructor(lists: ListCounter, noteMark: NoteMark) {
    this.#lists = lists;
    this.#noteMark = noteMark;
  }

  readonly open = ({ name, attributes }: XmlElement): void => {
    if (this.#isSkipped(name)) this.#skipped += 1;
    if (this.#skipped > 0) return;
    const value = attributes.get('w:val') ?? '';
    this.#openPart(name, attributes.get('w:id') ?? '');
    if (this.#isInProperties) this.#openProperty(name, value);
    else if (name === 'w:vanish') this.#isHidden = !/^(?:0|false|off)$/.test(value);
    else if (SIGNS.has(name) && attributes.get('w:type') !== 'page') this.#put(SIGNS.get(name)!);
  };

  readonly text = (text: string): void => {
    if (this.#isText) this.#put(text);
  };

  readonly close = (name: string): void => {
    if (this.#isSkipped(name)) this.#skipped -= 1;
    if (this.#skipped > 0) return;
    if (name === 'w:p') this.#closeParagraph();
    if (name === 'w:pPr') this.#isInProperties = false;
    if (name === 'w:r') this.#isHidden = false;
    if (name === 'w:t') this.#isText = false;
    if (name === 'w:tc') this.#closeCell();
    if (name === 'w:tr') this.#closeRow();
    if (isNote(name)) this.#blocks = this.main;
  };

  /** Among the properties of a paragraph a deletion is that of its end. */
  #isSkipped(name: string): boolean {
    return SKIPPED.has(name) && !(name === 'w:del' && this.#isInProperties);
  }

  #openPart(name: string, id: string): void {
    if (name === 'w:p') this.#openParagraph();
    if (name === 'w:pPr') this.#isInProperties = true;
    if (name === 'w:t') this.#isText = true;
    if (name === 'w:footnoteReference') this.#put(this.#noteMark('footnote', id));
    if (name === 'w:endnoteReference') this.#put(this.#noteMark('endnote', id));
    const from = this.#blocks.length;
    if (name === 'w:tr') this.#rows.push({ cells: [], from, cellFrom: from });
    const row = this.#rows.at(-1);
    if (name === 'w:tc' && row) row.cellFrom = from;
    if (isNote(name)) this.notes.set(id, (this.#blocks = []));
  }

  #openProperty(name: string, value: string): void {
    const draft = this.#open.at(-1);
    if (!draft) return;
    if (name === 'w:pStyle') draft.style = value;
    if (name === 'w:outlineLvl' && value === '0') draft.style = 'Heading1';
    if (name === 'w:numId') draft.list = value === '0' ? undefined : value;
    if (name === 'w:ilvl') draft.level = Number(value) || 0;
    if (name === 'w:del') draft.goesOn = true;
  }

  #openParagraph(): void {
    const before = this.#before;
    this.#before = undefined;
    this.#open.push(
      before ? { ...before, goesOn: false } : { text: '', style: '', list: undefined, level: 0, goesOn: false },
    );
  }

  #closeParagraph(): void {
    const draft = this.#open.pop();
    if (draft?.goesOn) this.#before = draft;
    if (!draft || draft.goesOn) return;
    const text = draft.text.replace(/[ \t]+$/gm, '').trim();
    if (text === '') return;
    const mark = draft.list === undefined ? '' : this.#lists.next(draft.list, draft.level);
    this.#blocks.push({ kind: draft.list === undefined ? 'paragraph' : 'item', text: mark + text, style: draft.style });
  }

  #closeCell(): void {
    const row = this.#rows.at(-1);
    if (!row) return;
    const words = this.#blocks.splice(row.cellFrom).map(({ text }) => text.replace(/\s+/g, ' '));
    row.cells.push(words.join(' '));
  }

  #closeRow(): void {
    const row = this.#rows.pop();
    if (!row) return;
    this.#blocks.length = row.from;
    const text = row.cells.join('\t').trim();
    if (text !== '') this.#blocks.push({ kind: 'row', text, style: '' });
  }

  #put(text: string): void {
    const draft = this.#open.at(-1);
    if (draft && !this.#isHidden) draft.text += text;
  }
}

function isNote(name: string): boolean {
  return name === 'w:footnote' || name === 'w:endnote';
}
