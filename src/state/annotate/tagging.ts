import { t } from '#language/t.ts';
import { removeSpanEdit } from '#core/edits/remove-span-edit.ts';
import { findLabel, type Label } from '#core/labels/label-set.ts';
import { type TextRange } from '#core/text/range.ts';
import { extentOf, spanByHand, type SpanId } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { candidatesFor, nextCandidate, problemWithPlace, twinOf } from './candidates.ts';
import { quoteOf } from '#core/spans/quote-of.ts';

type Tagging = Pick<AnnotateState, 'applyLabel' | 'deleteSpan'>;

/** Making and deleting spans. Every action is one edit. */
export function createTagging({ dependencies, session, set, get }: Parts): Tagging {
  const { newId, now } = dependencies;

  const add = (label: Label, ranges: readonly TextRange[]): void => {
    const { article, commit } = get();
    const problem = problemWithPlace(get().layer.spans, label, ranges);
    if (problem !== undefined) return get().say(problem);
    const id = newId() as SpanId;
    const span = spanByHand(id, label.id, ranges, now());
    const quote = quoteOf(article.text, span);
    if (!commit({ kind: 'add-span', span }, t`${label.name} added: ${quote}`)) return;
    const caret = get().selection;
    const collapsed = caret && caret.anchor === caret.head ? caret.head : ranges.at(-1)!.to;
    set({ selectedId: id, target: 'text', selection: { anchor: collapsed, head: collapsed } });
  };

  return {
    applyLabel: (labelId) => {
      const { layer, target, selectedId, relabel, say } = get();
      const label = findLabel(session.getState().project.labelSet, labelId);
      if (!label) return;
      if (target === 'span' && selectedId !== undefined) return relabel(selectedId, labelId);
      const next = nextCandidate(label, get());
      if (next) return add(label, next);
      const [best] = candidatesFor(label, get());
      const taken = best && twinOf(layer.spans, label.id, best);
      if (!taken) return say(NOTHING_THERE[label.smartExtent]);
      set({ selectedId: taken.id });
      say(t`These words are tagged ${label.name} already.`);
    },
    deleteSpan: (given) => {
      const { layer, selectedId, article, commit, say } = get();
      const span = findSpan(layer.spans, given ?? selectedId);
      if (!span) return say(t`Select a span first.`);
      const { from } = extentOf(span);
      const quote = quoteOf(article.text, span);
      if (commit(removeSpanEdit(layer, span), t`Deleted: ${quote}`)) set({ selection: { anchor: from, head: from } });
    },
  };
}

const NOTHING_THERE = {
  word: t`There is no word at the caret.`,
  name: t`There is no word at the caret.`,
  sentence: t`There is no sentence at the caret.`,
  quotation: t`There are no quotation marks around the caret. Select the words instead.`,
} as const;
