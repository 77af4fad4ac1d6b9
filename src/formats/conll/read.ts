import { decodeText } from '#formats/plain-text/decode.ts';
import { type LooseDocument, type LooseSpan, type ReadDataset } from '#formats/exchange/loose.ts';
import { rangesOfTags, type TaggedRange } from '#formats/exchange/tags.ts';
import { type Problem } from '#formats/problem.ts';
import { type DocumentNote, readNote } from './note.ts';

/** So many lines of a file that cannot be read are named. */
const MOST_PROBLEMS = 100;

/**
 * Reads files with one token per line: the first column is the word, the last the tag, TABs or spaces between. The scheme is
 * seen from the tags. The text of another tool's file is made of its words with a space between; our own say what stood there.
 */
export const readConll: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  for (const { path, bytes } of files) {
    if (/\.(?:md|json|xml|py)$/i.test(path)) continue;
    const decoded = decodeText(bytes);
    if (decoded.ok) documents.push(...documentsOf(path, decoded.value.replace(/^\uFEFF/, ''), problems));
    else problems.push(...decoded.problems.map(({ place, message }) => ({ place: `${path} ${place}`, message })));
  }
  return { documents, problems, units: ['utf-16'] };
};

/** A document while its lines are read. */
interface Draft {
  readonly line: number;
  readonly note: DocumentNote | undefined;
  readonly words: string[];
  readonly tags: string[];
  /** Numbers of the tokens that come first in a sentence. */
  readonly starts: number[];
}

function documentsOf(path: string, text: string, problems: Problem[]): readonly LooseDocument[] {
  const drafts: Draft[] = [];
  let isInSentence = false;
  let bad = 0;
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.replace(/\r$/, '');
    const columns = columnsOf(line);
    const tag = columns.at(-1) ?? '';
    const isStart = columns[0] === '-DOCSTART-';
    if (isStart) drafts.push(newDraft(index + 1, readNote(columns.at(-2) ?? '')));
    if (isStart || columns.length === 0) isInSentence = false;
    else if (isComment(line, tag)) continue;
    else if (columns.length === 1) {
      bad += 1;
      const place = `${path} line ${index + 1}`;
      if (bad <= MOST_PROBLEMS) problems.push({ place, message: 'the line has no tag behind its word' });
    } else {
      if (drafts.length === 0) drafts.push(newDraft(1, undefined));
      const draft = drafts.at(-1)!;
      if (!isInSentence) draft.starts.push(draft.words.length);
      isInSentence = true;
      draft.words.push(columns[0]!.toWellFormed());
      draft.tags.push(tag.toWellFormed());
    }
  }
  const stem = /[^/\\]*$/.exec(path)![0].replace(/(?:\.[A-Za-z0-9]{1,8}){1,2}$/, '');
  return drafts.map((draft, index) => {
    return documentOf(path, drafts.length > 1 ? `${stem} ${index + 1}` : stem, draft);
  });
}

function newDraft(line: number, note: DocumentNote | undefined): Draft {
  return { line, note, words: [], tags: [], starts: [] };
}

/** By TABs where the line has any, since some tools then allow spaces inside a word. */
function columnsOf(line: string): readonly string[] {
  if (line.trim() === '') return [];
  return line.includes('\t') ? line.split('\t').map((column) => column.trim()) : line.trim().split(/ +/);
}

/** The sign # can be a word too, and then its line ends with a tag. */
function isComment(line: string, tag: string): boolean {
  return line.startsWith('#') && tag !== 'O' && !/^[BIESLUMW]-./.test(tag);
}

function documentOf(path: string, title: string, draft: Draft): LooseDocument {
  const { line, note } = draft;
  const { text, froms, tos } = layOut(draft);
  const spans = joinedRanges(draft).map((range, index): LooseSpan => {
    const [from, to] = [froms[range.from]!, tos[range.to - 1]!];
    return {
      id: `span ${index + 1}`,
      label: note?.labels.get(range.label) ?? range.label,
      ranges: [{ from, to }],
      quotes: [text.slice(from, to)],
      attributes: [],
      note: '',
      createdAt: '',
      changedAt: '',
    };
  });
  return {
    place: `${path} line ${line}`,
    name: note?.article ?? '',
    text,
    title,
    source: '',
    date: '',
    language: '',
    layers: [{ annotator: note?.annotator ?? '', isPrediction: false, status: 'done', spans, links: [] }],
  };
}

/** The text with the place of each token: as the note says, or with spaces between words and a line for each sentence. */
function layOut({ note, words, starts }: Draft) {
  const isTold = note?.gaps.length === words.length + 1;
  const lineStarts = new Set(starts);
  const parts: string[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  let at = 0;
  const add = (part: string): void => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, word] of words.entries()) {
    add(isTold ? note.gaps[index]! : index === 0 ? '' : lineStarts.has(index) ? '\n' : ' ');
    froms.push(at);
    add((isTold ? note.forms.get(index) : undefined) ?? word);
    tos.push(at);
  }
  if (isTold) add(note.gaps[words.length]!);
  return { text: parts.join(''), froms, tos };
}

/** The ranges of all sentences, those joined that our own files had to cut. */
function joinedRanges({ note, tags, starts }: Draft): readonly TaggedRange[] {
  const ranges: TaggedRange[] = [];
  for (const [index, start] of starts.entries()) {
    for (const range of rangesOfTags(tags.slice(start, starts[index + 1]), start)) {
      const last = ranges.at(-1);
      const goesOn = note?.goesOn.has(range.from) === true && last?.to === range.from && last.label === range.label;
      if (goesOn) ranges[ranges.length - 1] = { ...last, to: range.to };
      else ranges.push(range);
    }
  }
  return ranges;
}
