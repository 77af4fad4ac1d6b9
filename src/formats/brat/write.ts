import { type AttributeValue } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { type Link } from '#core/spans/link.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { type CodePointOffsets, codePointOffsets } from '#core/text/offsets.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { valueTexts } from '#formats/exchange/attribute-text.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type CreateWriter, fileStem } from '#formats/exchange/dataset.ts';
import { jsonOnOneLine } from '#formats/exchange/json-on-one-line.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { safeName } from '#formats/exchange/safe-name.ts';
import { annotationConf, visualConf } from './configuration.ts';
import { continues, fragmentsOf, joinFragments } from './fragments.ts';
import { lineText, NAMES, NOTE, OWN, RANGE } from './notation.ts';

/**
 * A folder for each annotator with the text and the annotations of every article, brat's configuration, and a list of what
 * annotators are called, which brat does not read. Offsets count
 * code points. A span over line breaks is written as fragments. What brat has no lines for (ids, times, stretches of text as
 * values) is in notes of a type of their own.
 */
export const createBratWriter: CreateWriter = ({ project, annotators }, _options, losses) => {
  const nameOf = annotatorNames({ annotators });
  let count = 0;
  return {
    *begin() {
      yield { path: 'annotation.conf', content: annotationConf(project.labelSet) };
      yield { path: 'visual.conf', content: visualConf(project.labelSet) };
      const lines = annotators.map(({ id }) => `${safeName(id)}\t${lineText(nameOf(id))}\n`);
      if (lines.length > 0) yield { path: NAMES, content: lines.join('') };
    },
    *article({ article, layers, split }) {
      const stem = fileStem(count, article);
      count += 1;
      const parent = split === undefined ? '' : `${split}/`;
      if (layers.length === 0) {
        yield { path: `${parent}unannotated/${stem}.txt`, content: article.text };
        yield { path: `${parent}unannotated/${stem}.ann`, content: '' };
      }
      const offsets = codePointOffsets(article.text);
      for (const layer of layers) {
        const path = `${parent}${safeName(layer.annotatorId)}/${stem}`;
        yield { path: `${path}.txt`, content: article.text };
        const lines = createLines(article, layer, offsets, project.labelSet, losses);
        yield { path: `${path}.ann`, content: lines.map((line) => `${line}\n`).join('') };
      }
    },
    end: () => [],
  };
};

/** The lines of an annotation file, each kind with its own numbers. */
interface Lines {
  readonly spans: string[];
  readonly attributes: string[];
  readonly links: string[];
  readonly notes: string[];
}

function createLines(
  { text }: Article,
  layer: Layer,
  offsets: CodePointOffsets,
  labelSet: LabelSet,
  losses: LossLog,
): readonly string[] {
  const lines: Lines = { spans: [], attributes: [], links: [], notes: [] };
  const { articleId, annotatorId } = layer;
  const targets = new Map<SpanId, string>();
  for (const span of layer.spans) {
    const loss = { articleId, annotatorId, spanId: span.id, detail: quoteOf(text, span) };
    const fragments = fragmentsOf(text, span.ranges);
    if (fragments.length === 0) {
      losses.add({ reason: 'zero-length-dropped', ...loss });
      continue;
    }
    if (!sameRanges(fragments, span.ranges)) losses.add({ reason: 'split-at-newline', ...loss });
    const target = `T${lines.spans.length + 1}`;
    targets.set(span.id, target);
    const places = fragments.map((range) => inCodePoints(range, offsets).join(' ')).join(';');
    const words = fragments.map(({ from, to }) => text.slice(from, to)).join(' ');
    lines.spans.push(`${target}\t${safeName(span.label)} ${places}\t${words}`);
    for (const attribute of span.attributes) addAttribute(lines, target, text, offsets, span, attribute, labelSet);
    if (span.note !== '') addNote(lines, NOTE, target, lineText(span.note));
    addNote(lines, OWN, target, jsonOnOneLine(ownFields(text, offsets, span, fragments)));
  }
  for (const link of layer.links) addLink(lines, targets, link, layer, losses);
  return [...lines.spans, ...lines.attributes, ...lines.links, ...lines.notes];
}

function inCodePoints({ from, to }: TextRange, offsets: CodePointOffsets): readonly [number, number] {
  return [offsets.toCodePoint(from), offsets.toCodePoint(to)];
}

/** What brat has no place for; the ranges only where joining the fragments would not give them. */
function ownFields(text: string, offsets: CodePointOffsets, span: Span, fragments: readonly TextRange[]): object {
  const isPlain = sameRanges(joinFragments(fragments, continues(text, fragments)), span.ranges);
  const ranges = isPlain ? {} : { ranges: span.ranges.map((range) => inCodePoints(range, offsets)) };
  return { id: span.id, created_at: span.createdAt, changed_at: span.changedAt, ...ranges };
}

function addAttribute(
  lines: Lines,
  target: string,
  text: string,
  offsets: CodePointOffsets,
  span: Span,
  { id, value }: SpanAttribute,
  labelSet: LabelSet,
): void {
  const { texts, range } = valueTexts(value, ({ from, to }) => text.slice(from, to));
  const name = safeName(id);
  if (range) {
    const words = lineText(texts.join(' '));
    addNote(lines, RANGE, target, `${name} ${inCodePoints(range, offsets).join(' ')} ${words}`);
    return;
  }
  const kind = findAttribute(findLabel(labelSet, span.label), id)?.kind;
  for (const each of texts) {
    // Values that the configuration lists have to look as they do there.
    const shown = isFree(kind, value) ? lineText(each) : safeName(each);
    lines.attributes.push(`A${lines.attributes.length + 1}\t${name} ${target} ${shown}`);
  }
}

function isFree(kind: string | undefined, value: AttributeValue): boolean {
  return kind === 'text' || typeof value === 'number';
}

function addNote({ notes }: Lines, type: string, target: string, words: string): void {
  notes.push(`#${notes.length + 1}\t${type} ${target}\t${words}`);
}

function addLink(
  lines: Lines,
  targets: ReadonlyMap<SpanId, string>,
  { id, type, from, to }: Link,
  { articleId, annotatorId }: Layer,
  losses: LossLog,
): void {
  const [start, end] = [targets.get(from), targets.get(to)];
  if (start === undefined || end === undefined) {
    losses.add({ reason: 'link-endpoint-dropped', articleId, annotatorId, linkId: id, detail: type });
    return;
  }
  const target = `R${lines.links.length + 1}`;
  lines.links.push(`${target}\t${safeName(type)} Arg1:${start} Arg2:${end}\t`);
  addNote(lines, OWN, target, jsonOnOneLine({ id }));
}
