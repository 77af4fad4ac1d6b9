import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type LooseAttribute, type LooseLink, type LooseRange, type LooseSpan } from '#formats/exchange/loose.ts';
import { type ProblemList } from '#formats/problem.ts';
import {
  attributeOfName,
  CHANGED,
  CREATED,
  ID,
  labelOfTag,
  linkTypeOfTag,
  NOTE,
  SEVERAL,
  SPANS_OF,
  unescapeValue,
} from './names.ts';

/** An element of TAGS. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
}

/** What reading the tags of a file needs. */
export interface TagReader {
  readonly path: string;
  /** True for files that we wrote, in which names and values are written in a form that can be turned back. */
  readonly isOwn: boolean;
  readonly text: string | undefined;
  readonly problems: ProblemList;
}

/** A span and whose it is; empty where its tag does not say. */
export interface TaggedSpan {
  readonly annotator: string;
  readonly span: LooseSpan;
}

/** The tags that mark words as spans, and those with ends as links, the first end to each other one. */
export function readTags(
  reader: TagReader,
  tags: readonly Tag[],
): { readonly spans: readonly TaggedSpan[]; readonly links: readonly LooseLink[] } {
  const spans: TaggedSpan[] = [];
  const others: Tag[] = [];
  const idOfTag = new Map<string, string>();
  const taken = new Set<string>();
  for (const [index, tag] of tags.entries()) {
    const place = placeOfLine(reader.path, tag.line);
    const field = spansField(tag);
    if (field === undefined) {
      others.push(tag);
      continue;
    }
    const ranges = rangesIn(field);
    if (ranges === 'document') reader.problems.add(place, t`${tag.name} is about the whole document: left out`);
    else if (ranges === undefined) {
      reader.problems.add(place, t`“${field.slice(0, 100)}” is not where words are, such as 0~7 or 0~7,9~12`);
    } else {
      const tagId = tag.attributes.get('id') ?? '';
      const wanted = (reader.isOwn ? tag.attributes.get(ID) : undefined) ?? (tagId || `${tag.name} ${index + 1}`);
      const id = taken.has(wanted) ? `${wanted} (${index + 1})` : wanted;
      taken.add(id);
      if (tagId !== '' && !idOfTag.has(tagId)) idOfTag.set(tagId, id);
      const span = spanOf(reader, tag, id, ranges);
      spans.push({ annotator: tag.attributes.get('_annotator') ?? '', span });
    }
  }
  return { spans, links: others.flatMap((tag, index) => linksOf(reader, tag, index, idOfTag)) };
}

/** Older files of MAE have two attributes instead of one. */
function spansField({ attributes }: Tag): string | undefined {
  const spans = attributes.get('spans') ?? attributes.get('SPANS') ?? attributes.get('Spans');
  const [start, end] = [attributes.get('start'), attributes.get('end')];
  return spans ?? (start !== undefined && end !== undefined ? `${start}~${end}` : undefined);
}

/** `document` for what marks no words. Undefined where it cannot be read. */
function rangesIn(field: string): readonly LooseRange[] | 'document' | undefined {
  const parts = field.split(/[,;]/).filter((part) => part.trim() !== '');
  const ranges = parts.map((part): LooseRange | undefined => {
    const edges = /^\s*(-?\d{1,15})\s*~\s*(-?\d{1,15})\s*$/.exec(part);
    return edges ? { from: Number(edges[1]), to: Number(edges[2]) } : undefined;
  });
  if (ranges.every((range) => range?.from === -1)) return 'document';
  return ranges.every((range) => range !== undefined && range.from >= 0 && range.to > range.from)
    ? (ranges as readonly LooseRange[])
    : undefined;
}

function spanOf(reader: TagReader, tag: Tag, id: string, ranges: readonly LooseRange[]): LooseSpan {
  const { isOwn } = reader;
  const { name, attributes } = tag;
  const words = attributes.get('text') ?? attributes.get('TEXT') ?? attributes.get('Text') ?? '';
  const quotes = quotesOf(words, ranges, reader.text);
  const own = (attribute: string): string => (isOwn ? (attributes.get(attribute) ?? '') : '');
  return {
    id,
    label: isOwn ? labelOfTag(name) : name,
    ranges,
    ...(quotes.length > 0 ? { quotes } : {}),
    attributes: isOwn ? ownAttributes(tag) : attributesOf(tag),
    note: unescapeValue(own(NOTE)),
    createdAt: own(CREATED),
    changedAt: own(CHANGED),
  };
}

/** The words of each range. All together they stand with `...` in between, which may be in the words as well. */
function quotesOf(words: string, ranges: readonly LooseRange[], text: string | undefined): readonly string[] {
  if (words === '') return [];
  if (ranges.length === 1) return [words];
  const inText = ranges.map(({ from, to }) => text?.slice(from, to) ?? '');
  if (inText.join('...') === words) return inText;
  const parts = words.split('...');
  return parts.length === ranges.length ? parts : [words.replaceAll('...', ' ')];
}

const NO_VALUES: ReadonlySet<string> = new Set(['id', 'spans', 'text']);

function attributesOf({ attributes }: Tag): readonly LooseAttribute[] {
  const hasSpans = attributes.has('spans');
  return [...attributes].flatMap(([name, value]): readonly LooseAttribute[] => {
    const isPlace = NO_VALUES.has(name.toLowerCase()) || (!hasSpans && (name === 'start' || name === 'end'));
    return isPlace || name.startsWith('_') || value === '' ? [] : [{ name, value }];
  });
}

function ownAttributes({ attributes }: Tag): readonly LooseAttribute[] {
  const several = new Set((attributes.get(SEVERAL) ?? '').split(' '));
  return [...attributes].flatMap(([written, value]): readonly LooseAttribute[] => {
    if (NO_VALUES.has(written) || written.startsWith('_') || written === NOTE || value === '') return [];
    const name = attributeOfName(written);
    if (several.has(written)) return value.split(' ').map((each) => ({ name, value: unescapeValue(each) }));
    const ranges = rangesIn(attributes.get(SPANS_OF + written) ?? '');
    const range = Array.isArray(ranges) ? (ranges as readonly LooseRange[])[0] : undefined;
    return [{ name, value: unescapeValue(value), ...(range ? { range } : {}) }];
  });
}

function linksOf(
  reader: TagReader,
  tag: Tag,
  index: number,
  idOfTag: ReadonlyMap<string, string>,
): readonly LooseLink[] {
  const { name, attributes, line } = tag;
  const place = placeOfLine(reader.path, line);
  const ends: string[] = [];
  for (const [attribute, value] of attributes) {
    if (!attribute.endsWith('ID') || value === '') continue;
    const end = idOfTag.get(value);
    if (end === undefined) reader.problems.add(place, t`${name} leads to “${value}”, which is no span: left out`);
    else ends.push(end);
  }
  const [from, ...rest] = ends;
  if (from === undefined || rest.length === 0) {
    reader.problems.add(place, t`${name} marks no words and joins no two spans: left out`);
    return [];
  }
  const id = (reader.isOwn ? attributes.get(ID) : undefined) ?? (attributes.get('id') || `link ${index + 1}`);
  const type = reader.isOwn ? linkTypeOfTag(name) : name;
  return rest.map((to, number) => ({ id: number === 0 ? id : `${id} (${number + 1})`, type, from, to }));
}
