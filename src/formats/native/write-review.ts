import { isRange } from '#core/labels/attribute.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Marking } from '#core/review/marking.ts';
import { type Thread } from '#core/review/thread.ts';
import { type TextRange } from '#core/text/range.ts';
import { json } from './write-json.ts';
import { type MeasuredArticle } from './write-layer.ts';

/** A decision in canonical order as a member of `decisions`. */
export function decisionJson(decision: Decision, article: MeasuredArticle): string {
  const written = {
    ...decision,
    covers: decision.covers.map((covered) => withWords(covered, article)),
    spans: decision.spans.map((span) => withWords(span, article)),
    policy: decision.policy ?? null,
  };
  return json(written, '    ');
}

/** A thread in canonical order as a member of `threads`. */
export function threadJson(thread: Thread, article: MeasuredArticle): string {
  return json({ ...thread, range: thread.range ? rangeWithWords(thread.range, article) : null }, '    ');
}

function withWords(marking: Marking, article: MeasuredArticle): unknown {
  return {
    ...marking,
    ranges: marking.ranges.map((range) => rangeWithWords(range, article)),
    attributes: marking.attributes.map(({ id, value }) => {
      return { id, value: isRange(value) ? rangeWithWords(value, article) : value };
    }),
  };
}

function rangeWithWords({ from, to }: TextRange, { text, toCodePoint }: MeasuredArticle): unknown {
  return { from, to, codePointFrom: toCodePoint(from), codePointTo: toCodePoint(to), quote: text.slice(from, to) };
}
