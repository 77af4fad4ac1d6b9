import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type TextRange } from '#core/text/range.ts';
import { decodeText } from '#formats/plain-text/decode.ts';
import { type LooseDocument, type LooseSpan, type ReadDataset } from '#formats/exchange/loose.ts';
import { rangesOfTags, type TaggedRange } from '#formats/exchange/tags.ts';
import { type Problem } from '#formats/problem.ts';
import { type ArticleBeside, type LayerBeside, readBeside, readNote } from './beside.ts';
import { placesOfWords } from './words.ts';

/** So many lines of a file that cannot be read are named. */
const MOST_PROBLEMS = 100;

/**
 * Reads files with one token per line: the first column is the word, the last the tag, TABs or spaces between. The scheme is
 * seen from the tags. The text of another tool's file is made of its words with a space between; ours is in the file beside it.
 */
export const readConll: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  const articles = readBeside(files, problems);
  for (const { path, bytes } of files) {
    if (/\.(?:md|jsonl?|xml|py)$/i.test(path)) continue;
    const decoded = decodeText(bytes);
    if (decoded.ok) {
      const read = documentsOf(path, decoded.value.replace(/^\uFEFF/, ''), articles, problems);
      // One by one: a file may have more documents than a call may have arguments.
      for (const document of read) documents.push(document);
    } else problems.push(...decoded.problems.map(({ place, message }) => ({ place: `${path} ${place}`, message })));
  }
  // Articles that nobody has annotated have no columns.
  const named = new Set(documents.map(({ name }) => name));
  for (const article of articles.values()) {
    if (!named.has(article.id)) documents.push({ ...aboutOf(article), place: article.place, layers: [] });
  }
  return { documents, problems, units: ['utf-16'] };
};

/** A document while its lines are read. */
interface Draft {
  readonly line: number;
  readonly note: ReturnType<typeof readNote>;
  readonly words: string[];
  readonly tags: string[];
  /** Numbers of the tokens that come first in a sentence. */
  readonly starts: number[];
}

function documentsOf(
  path: string,
  text: string,
  articles: ReadonlyMap<string, ArticleBeside>,
  problems: Problem[],
): readonly LooseDocument[] {
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
      const place = placeOfLine(path, index + 1);
      if (bad <= MOST_PROBLEMS) problems.push({ place, message: t`the line has no tag behind its word` });
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
    const beside = draft.note && articles.get(draft.note.article);
    return documentOf(path, drafts.length > 1 ? `${stem} ${index + 1}` : stem, draft, beside);
  });
}

function newDraft(line: number, note: Draft['note']): Draft {
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

function documentOf(path: string, title: string, draft: Draft, beside: ArticleBeside | undefined): LooseDocument {
  const { line, note, words } = draft;
  const places = beside && placesOfWords(beside.text, words);
  const { text, tokens } = beside && places ? { text: beside.text, tokens: places } : laidOut(draft);
  const told = beside?.layers.get(note?.annotator ?? '');
  const layer = places && told;
  const spans = joinedRanges(draft, layer).map((range, index): LooseSpan => {
    const [from, to] = [tokens[range.from]!.from, tokens[range.to - 1]!.to];
    return {
      id: `span ${index + 1}`,
      label: layer?.labels.get(range.label) ?? range.label,
      ranges: [{ from, to }],
      quotes: [text.slice(from, to)],
      attributes: [],
      note: '',
      createdAt: '',
      changedAt: '',
    };
  });
  const unknown = { name: note?.article ?? '', title, source: '', date: '', language: '' };
  return {
    place: placeOfLine(path, line),
    ...(beside ? aboutOf(beside) : unknown),
    text,
    layers: [
      {
        annotator: note?.annotator ?? '',
        annotatorName: told?.name ?? '',
        isPrediction: false,
        status: 'done',
        spans,
        links: [],
      },
    ],
  };
}

function aboutOf({ id, text, title, author, source, date, language }: ArticleBeside) {
  return { name: id, text, title, author, source, date, language };
}

/** The words with spaces between them and a line for each sentence, and where each of them is. */
function laidOut({ words, starts }: Draft): { readonly text: string; readonly tokens: readonly TextRange[] } {
  const lineStarts = new Set(starts);
  const parts: string[] = [];
  const tokens: TextRange[] = [];
  let at = 0;
  for (const [index, word] of words.entries()) {
    const gap = index === 0 ? '' : lineStarts.has(index) ? '\n' : ' ';
    const from = at + gap.length;
    at = from + word.length;
    parts.push(gap, word);
    tokens.push({ from, to: at });
  }
  return { text: parts.join(''), tokens };
}

/** The ranges of all sentences, those joined that our own files had to cut. */
function joinedRanges({ tags, starts }: Draft, layer: LayerBeside | undefined): readonly TaggedRange[] {
  const ranges: TaggedRange[] = [];
  for (const [index, start] of starts.entries()) {
    for (const range of rangesOfTags(tags.slice(start, starts[index + 1]), start)) {
      const last = ranges.at(-1);
      const goesOn = layer?.goesOn.has(range.from) === true && last?.to === range.from && last.label === range.label;
      if (goesOn) ranges[ranges.length - 1] = { ...last, to: range.to };
      else ranges.push(range);
    }
  }
  return ranges;
}
