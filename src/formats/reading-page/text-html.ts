import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { BAR_LANES, MOST_STEPS, paintBlock, type PaintedRun, type Stroke } from '#core/spans/painted-run.ts';
import { spansOverlapping } from '#core/spans/span-index.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { escapeHtml } from '#formats/displacy/html.ts';

/** What is needed to draw a layer's spans: in reading order, each with its number and the names that the page gives it. */
export interface NumberedSpans {
  readonly spans: readonly Span[];
  readonly labelSet: LabelSet;
  /** From 1 on. */
  readonly numberOf: (id: SpanId) => number;
  /** Ids in the page begin with it. */
  readonly prefix: string;
}

/**
 * The paragraphs of a text that are not blank, with its spans drawn as the app draws them. Where a span begins is the anchor
 * `PREFIXt1`; behind its last word stands its number, which leads to `PREFIXs1`. Every piece names its span in `data-span`.
 */
export function* textHtml(text: string, numbered: NumberedSpans): Generator<string> {
  const { spans, labelSet } = numbered;
  const anchored = new Set<SpanId>();
  for (const paragraph of paragraphsOf(text)) {
    if (text.slice(paragraph.from, paragraph.to).trim() === '') continue;
    const bucket = spansOverlapping(spans, paragraph);
    const { runs, bars } = paintBlock(paragraph, bucket, labelSet);
    const ends = endsIn(text, bucket, paragraph);
    let at = 0;
    const drawn = runs.map((run) => {
      const first = at;
      while (at < ends.length && ends[at]!.end <= run.to) at += 1;
      return runHtml(text, run, ends.slice(first, at), anchored, numbered);
    });
    yield `<p dir="auto">${bars.map(barHtml).join('')}${drawn.join('')}</p>\n`;
  }
}

/** A span and where its words end: there its number stands. */
interface SpanEnd {
  readonly span: Span;
  readonly end: number;
}

/** The spans whose words end in the paragraph, in the order of their ends; blank lines at an end are left out. */
function endsIn(text: string, bucket: readonly Span[], { from, to }: TextRange): readonly SpanEnd[] {
  return bucket
    .map((span) => {
      const last = span.ranges.at(-1)!;
      const length = text.slice(last.from, last.to).trimEnd().length;
      return { span, end: last.from + Math.max(1, length) };
    })
    .filter(({ end }) => end > from && end <= to)
    .toSorted((a, b) => a.end - b.end);
}

function runHtml(
  text: string,
  run: PaintedRun,
  ends: readonly SpanEnd[],
  anchored: Set<SpanId>,
  numbered: NumberedSpans,
): string {
  let from = run.from;
  let words = '';
  for (const [index, { span, end }] of ends.entries()) {
    const isFirst = index === 0 || ends[index - 1]!.end < end;
    const isLast = index === ends.length - 1 || ends[index + 1]!.end > end;
    words += `${escapeHtml(text.slice(from, end))}${isFirst ? '<bdi>' : ' '}${noteHtml(span, numbered)}${isLast ? '</bdi>' : ''}`;
    from = end;
  }
  words += escapeHtml(text.slice(from, run.to));
  if (run.strokes.length === 0) return words;
  const { prefix, numberOf } = numbered;
  const drawn = run.strokes.reduceRight(
    (inner, stroke) => strokeHtml(inner, stroke, run, anchored, prefix, numberOf),
    words,
  );
  return `<mark>${drawn}</mark>`;
}

/** The number of a span, which leads to the list. */
function noteHtml({ id, label }: Span, { labelSet, numberOf, prefix }: NumberedSpans): string {
  const number = numberOf(id);
  const name = escapeHtml(`${findLabel(labelSet, label)?.name ?? label} ${number}`);
  return `<a class="note" href="#${prefix}s${number}" aria-label="${name}" title="${name}">${number}</a>`;
}

function strokeHtml(
  inner: string,
  stroke: Stroke,
  run: PaintedRun,
  anchored: Set<SpanId>,
  prefix: string,
  numberOf: NumberedSpans['numberOf'],
): string {
  const { span, channel, tone, level, below, clears, line, range } = stroke;
  const number = numberOf(span.id);
  const classes = [channel, tone, `k${line}`];
  if (run.from === range.from) classes.push('first');
  if (run.to === range.to) classes.push('last');
  if (level % 2 === 1) classes.push('inner');
  if (below > 0) classes.push(`b${Math.min(below, MOST_STEPS)}`);
  if (clears > 0) classes.push(`c${Math.min(clears, MOST_STEPS)}`);
  const id = anchored.has(span.id) ? '' : ` id="${prefix}t${number}"`;
  anchored.add(span.id);
  return `<span${id} class="${classes.join(' ')}" data-span="${number}">${inner}</span>`;
}

function barHtml({ tone, line }: Stroke, lane: number): string {
  return `<span class="bar ${tone} k${line} l${Math.min(lane, BAR_LANES - 1)}" aria-hidden="true"></span>`;
}
