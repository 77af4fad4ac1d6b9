import { cutRuns, type Piece } from '#core/spans/cut-runs.ts';
import { levelsOf } from '#core/spans/levels.ts';
import { type Span } from '#core/spans/span.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { escapeHtml } from './html.ts';

/** A part of a span, on the level where it overlaps nothing. */
interface Part extends TextRange {
  readonly span: Span;
  readonly isFirst: boolean;
  readonly level: number;
}

/**
 * The text's paragraphs, its spans underlined, the inner ones nearest to the words. Each begins with its label; further parts
 * of an interrupted span begin with an ellipsis. `colourOf` gives the class of a label.
 */
export function* spansHtml(
  text: string,
  spans: readonly Span[],
  colourOf: (label: string) => string,
): Generator<string> {
  const parts = partsOf(spans);
  let open: Part[] = [];
  let next = 0;
  for (const paragraph of paragraphsOf(text)) {
    while (next < parts.length && parts[next]!.from < paragraph.to) open.push(parts[next++]!);
    open = open.filter(({ to }) => to > paragraph.from);
    if (text.slice(paragraph.from, paragraph.to).trim() === '') continue;
    const inside = open.filter(({ from }) => from < paragraph.to);
    const levels = inside.reduce((most, { level }) => Math.max(most, level + 1), 0);
    const pieces = inside.map((part): Piece<Part> => ({ key: part, from: part.from, to: part.to }));
    const runs = cutRuns(paragraph, pieces).map(({ from, to, covering }) => {
      const words = escapeHtml(text.slice(from, to));
      const inwards = covering.toSorted((a, b) => a.level - b.level);
      return inwards.reduceRight((inner, part) => entityHtml(part, from, inner, colourOf(part.span.label)), words);
    });
    yield `<p dir="auto" style="--levels:${levels}">${runs.join('')}</p>\n`;
  }
}

function entityHtml({ span, from, isFirst, level }: Part, at: number, inner: string, colour: string): string {
  const label = escapeHtml(span.label);
  const chip = at === from ? `<b class="label">${isFirst ? label : '…'}</b>` : '';
  return `<mark class="entity ${colour}" style="--level:${level}" title="${label}">${chip}${inner}</mark>`;
}

function partsOf(spans: readonly Span[]): readonly Part[] {
  const parts = spans.flatMap((span) => span.ranges.map((range, index) => ({ span, range, isFirst: index === 0 })));
  const levels = levelsOf(parts.map(({ range }) => range));
  return parts
    .map(({ span, range, isFirst }, index) => ({ ...range, span, isFirst, level: levels[index]! }))
    .toSorted((a, b) => a.from - b.from);
}
