import { type LabelId } from '#core/labels/label-id.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { expect, test } from 'vitest';
import { edgesIn, isStart } from './edges-told.ts';
import { compareSpans, type Span, spanByHand, type SpanId } from './span.ts';

function span(name: string, ...ranges: readonly (readonly [number, number])[]): Span {
  const parts: readonly TextRange[] = ranges.map(([from, to]) => ({ from, to }));
  return spanByHand(name as SpanId, name as LabelId, parts, '2024-06-17T08:00:00.000Z');
}

/** The text with what is told in it, in brackets: `[a+` starts, `[a-` pauses, `[a~` goes on, `[a.` ends. */
function told(text: string, ...spans: readonly Span[]): string {
  const signs = { starts: '+', pauses: '-', 'goes-on': '~', ends: '.' };
  return paragraphsOf(text)
    .map((block) => {
      let at = block.from;
      let words = '';
      for (const edge of edgesIn(text, block, spans.toSorted(compareSpans))) {
        words += `${text.slice(at, edge.at)}[${edge.span.label}${signs[edge.kind]}]`;
        at = edge.at;
      }
      return words + text.slice(at, block.to);
    })
    .join('\n');
}

test.each<[string, string, readonly Span[], string]>([
  ['nothing', 'Ann said.', [], 'Ann said.'],
  ['one', 'Ann said.', [span('a', [0, 3])], '[a+]Ann[a.] said.'],
  ['an inner one in an outer one', 'Ann said.', [span('o', [0, 8]), span('i', [4, 8])], '[o+]Ann [i+]said[i.][o.].'],
  ['two that begin together', 'Ann said.', [span('i', [0, 3]), span('o', [0, 8])], '[o+][i+]Ann[i.] said[o.].'],
  ['two over the same words', 'Ann said.', [span('b', [0, 3]), span('a', [0, 3])], '[a+][b+]Ann[b.][a.] said.'],
  ['two that cross', 'Ann said it.', [span('a', [0, 8]), span('b', [4, 11])], '[a+]Ann [b+]said[a.] it[b.].'],
  ['one after the other without a gap', 'AnnBo', [span('a', [0, 3]), span('b', [3, 5])], '[a+]Ann[a.][b+]Bo[b.]'],
  ['an interrupted one', 'We, said Ann, go.', [span('q', [0, 2], [14, 16])], '[q+]We[q-], said Ann, [q~]go[q.].'],
  ['one over two paragraphs', 'We go.\nOr stay.', [span('q', [3, 9])], 'We [q+]go.\nOr[q.] stay.'],
  ['one with blank edges', 'We go.\n\nOr.', [span('q', [2, 8])], 'We [q+]go.[q.]\n\nOr.'],
  ['one that is nothing but blank', 'We  go.', [span('q', [2, 4])], 'We[q+]  [q.]go.'],
])('edges are told in the order of reading: %s', (_, text, spans, expected) => {
  expect(told(text, ...spans)).toBe(expected);
});

test('each start has its end, and what pauses goes on', () => {
  const text = 'One two three four five.\nSix seven eight.';
  const spans = [span('a', [0, 7], [14, 23]), span('b', [4, 30]), span('c', [25, 28], [29, 34], [35, 40])];
  const edges = paragraphsOf(text).flatMap((block) => edgesIn(text, block, spans.toSorted(compareSpans)));
  expect(edges.filter(isStart)).toHaveLength(6);
  expect(edges).toHaveLength(12);
  expect(edges.filter(({ kind }) => kind === 'ends').map(({ span: { id } }) => id)).toEqual(['a', 'b', 'c']);
});
