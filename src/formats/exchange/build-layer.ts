import { t } from '#language/t.ts';
import { type AttributeValue, isRange } from '#core/labels/attribute.ts';
import { type Label } from '#core/labels/label-set.ts';
import { type AnnotatorId, type ArticleId, type Layer, type LayerStatus } from '#core/project/project.ts';
import { compareLinks, type Link, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type TextRange } from '#core/text/range.ts';
import { LIMITS } from '#formats/limits.ts';
import { INSTANT } from '#formats/native/instant.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';
import { readValue } from './attribute-text.ts';
import { type LooseLayer, type LooseLink, type LooseRange, type LooseSpan } from './loose.ts';
import { type PlacedSpan } from './place-spans.ts';
import { type LabelResolver } from './resolve-labels.ts';
import { atMost, createUniqueIds } from './unique-ids.ts';

/** What a layer is built for. */
interface LayerAbout {
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
  readonly labels: LabelResolver;
  readonly problems: ProblemList;
  readonly leftOut: LeftOut;
  /** ISO time that stands in for missing ones. */
  readonly at: string;
  /** What the user said of layers that somebody has begun. */
  readonly isFinished: boolean | undefined;
}

/** How much was left out because the user chose so. */
export interface LeftOut {
  spans: number;
  /** Those that ended at one of these spans, too. */
  links: number;
  /** Values of attributes. */
  values: number;
}

/** Puts one layer of ours together from all that a file has of its annotator on its article. */
export interface LayerBuilder {
  /** Adds a layer of the file. Links that do not join two spans become problems, unless an end was left out as the user chose. */
  readonly add: (
    place: string,
    loose: LooseLayer,
    placed: readonly PlacedSpan[],
    toRange: (range: LooseRange) => TextRange | undefined,
  ) => void;
  readonly build: () => Layer;
}

/** Makes ids unique in the layer and keeps everything to the limits that a native bundle has. */
export function createLayerBuilder(about: LayerAbout): LayerBuilder {
  const { articleId, annotatorId, labels, problems, leftOut, at, isFinished } = about;
  const spans: Span[] = [];
  const links: Link[] = [];
  const [spanIds, linkIds] = [createUniqueIds(), createUniqueIds()];
  let status: LayerStatus | undefined;
  const addSpans = (placed: readonly PlacedSpan[], maker: SpanMaker, { kept, known, unwanted }: LinkEnds): void => {
    for (const [index, each] of placed.entries()) {
      known.add(each.span.id);
      if (labels.leavesOut(each.span.label)) {
        unwanted.add(each.span.id);
        leftOut.spans += 1;
        continue;
      }
      const span = spanOf(maker, each);
      if (!span) continue;
      const id = spanIds(each.span.id, `span ${index + 1}`) as SpanId;
      // Of several spans with one id in the file the links mean the first.
      if (!kept.has(each.span.id)) kept.set(each.span.id, id);
      spans.push({ ...span, id });
    }
  };
  const addLinks = (loose: readonly LooseLink[], place: string, { kept, known, unwanted }: LinkEnds): void => {
    const isUnwanted = (id: string): boolean => unwanted.has(id) && !kept.has(id);
    for (const link of loose) {
      if (labels.leavesOutLinks(link.type) || isUnwanted(link.from) || isUnwanted(link.to)) {
        leftOut.links += 1;
        continue;
      }
      const [from, to] = [kept.get(link.from), kept.get(link.to)];
      const type = from && to && from !== to ? labels.linkType(link.type) : undefined;
      if (from && to && type) {
        const id = linkIds(link.id, `link ${links.length + 1}`) as LinkId;
        links.push({ id, type: type.id, from, to, origin: 'import', createdAt: at });
      } else problems.add(place, problemWithLink(link, known));
    }
  };
  return {
    add: (place, loose, placed, toRange) => {
      status = status === undefined || status === loose.status ? loose.status : 'in-progress';
      const ends: LinkEnds = { kept: new Map(), known: new Set(), unwanted: new Set() };
      addSpans(placed, { ...about, place, toRange }, ends);
      addLinks(loose.links, place, ends);
    },
    build: () => {
      const told: LayerStatus =
        status === 'not-started' && spans.length > 0 ? 'in-progress' : (status ?? 'not-started');
      const shown = isFinished === undefined || told === 'not-started' ? told : isFinished ? 'done' : 'in-progress';
      return {
        articleId,
        annotatorId,
        status: shown,
        spans: spans.toSorted(compareSpans),
        links: links.toSorted(compareLinks),
        changedAt: shown === 'not-started' ? '' : at,
      };
    },
  };
}

/** What the ids of spans in a layer of the file stand for, to those who look for the ends of its links. */
interface LinkEnds {
  /** The ids that they have now. */
  readonly kept: Map<string, SpanId>;
  readonly known: Set<string>;
  /** Those that are left out as the user chose. */
  readonly unwanted: Set<string>;
}

function problemWithLink({ id, type, from, to }: LooseLink, known: ReadonlySet<string>): string {
  return known.has(from) && known.has(to) && from !== to
    ? t`the link ${quoted(id)} of the type ${quoted(type)} joins a span that is left out, and is left out with it`
    : t`the link ${quoted(id)} of the type ${quoted(type)} does not join two spans of the file: left out`;
}

interface SpanMaker extends LayerAbout {
  readonly place: string;
  readonly toRange: (range: LooseRange) => TextRange | undefined;
}

/** The span but for its id; undefined for an orphan, and where it cannot be had. */
function spanOf(maker: SpanMaker, { span, ranges, grade }: PlacedSpan): Omit<Span, 'id'> | undefined {
  if (grade === 'orphan') return undefined;
  const { labels, problems, place, at } = maker;
  const id = quoted(span.id);
  if (ranges.length > LIMITS.ranges) {
    problems.add(place, t`the span ${id} has more than ${LIMITS.ranges} parts: left out`);
    return undefined;
  }
  const label = labels.label(span.label);
  if (!label) {
    problems.add(place, t`the span ${id} has a label that the label set cannot take, ${quoted(span.label)}: left out`);
    return undefined;
  }
  if (span.note.length > LIMITS.note) {
    problems.add(place, t`the note of the span ${id} is cut to ${LIMITS.note} characters`);
  }
  return {
    label: label.id,
    ranges,
    attributes: attributesOf(maker, label, span),
    note: atMost(span.note.toWellFormed(), LIMITS.note),
    origin: 'import',
    createdAt: firstTime(span.createdAt, at),
    changedAt: firstTime(span.changedAt, span.createdAt, at),
  };
}

function firstTime(...times: readonly string[]): string {
  return times.find((time) => INSTANT.test(time)) ?? '';
}

function attributesOf(maker: SpanMaker, label: Label, span: LooseSpan): readonly SpanAttribute[] {
  const { labels, problems, leftOut, place, toRange } = maker;
  const byName = new Map<string, LooseSpan['attributes'][number][]>();
  for (const each of span.attributes) {
    const same = byName.get(each.name);
    if (same) same.push(each);
    else byName.set(each.name, [each]);
  }
  const found = new Map<string, SpanAttribute>();
  for (const [name, values] of byName) {
    if (labels.leavesOutAttribute(span.label, name)) {
      leftOut.values += values.length;
      continue;
    }
    const texts = values.map(({ value }) => value.toWellFormed());
    const [what, of, id] = [quoted(texts.join(', ')), quoted(name), quoted(span.id)];
    const { range } = values[0]!;
    const stretch = range && toRange(range);
    const attribute = labels.attribute(label, span.label, name, stretch !== undefined);
    const value = attribute && withinLimit(readValue(attribute, texts, stretch));
    if (!attribute) {
      problems.add(
        place,
        t`${what} of the attribute ${of} of the span ${id} is one attribute too many for its label: left out`,
      );
    } else if (value === undefined) {
      problems.add(
        place,
        t`${what} of the attribute ${of} of the span ${id} is no value of “${attribute.name}”: left out`,
      );
    } else if (found.has(attribute.id)) {
      problems.add(
        place,
        t`${what} of the attribute ${of} of the span ${id} comes after another value of “${attribute.name}”: left out`,
      );
    } else found.set(attribute.id, { id: attribute.id, value });
  }
  return [...found.values()].toSorted((a, b) => compareText(a.id, b.id));
}

function withinLimit(value: AttributeValue | undefined): AttributeValue | undefined {
  if (typeof value === 'string') return atMost(value, LIMITS.note);
  // An object of the reader's may have more than a range has.
  return value !== undefined && isRange(value) ? { from: value.from, to: value.to } : value;
}
