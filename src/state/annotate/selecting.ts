import { t } from '#language/t.ts';
import { findLinkType } from '#core/labels/label-set.ts';
import { mayEndAt } from '#core/labels/link-type.ts';
import { spansAt } from '#core/spans/spans-at.ts';
import { extentOf, type Span } from '#core/spans/span.ts';
import { firstStartingFrom, placeOf } from '#core/spans/span-order.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type TextSelection } from './annotate-state.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { spanInWords } from '#state/span-words.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';

type Selecting = Pick<AnnotateState, 'select' | 'selectSpan' | 'clickAt' | 'walk' | 'escape' | 'arm'>;

/** What is selected: a stretch of text, or a span as a whole. */
export function createSelecting({ session, set, get }: Parts): Selecting {
  const selectSpan: Selecting['selectSpan'] = (id, reveal) => {
    const span = findSpan(get().layer.spans, id);
    if (!span) return set({ selectedId: undefined, target: 'text', linking: undefined });
    const { from } = extentOf(span);
    set({
      linking: undefined,
      selectedId: span.id,
      target: 'span',
      selection: { anchor: from, head: from },
      ...(reveal ? { reveal: get().reveal + 1 } : {}),
    });
  };

  /** While a link is being made, a click says where it ends: at the shortest span that may be its end. */
  const linkToSpanHere = (here: readonly Span[]): void => {
    const { linking, linkTo, say } = get();
    const type = linking && findLinkType(session.getState().project.labelSet, linking.type);
    const end = here.find(({ id, label }) => id !== linking?.from && type && mayEndAt(type, label));
    if (end) linkTo({ kind: 'span', id: end.id });
    else if (type) say(t`There is no span here that ${type.name} can end at.`);
    else say(t`There is no span here that the link can end at.`);
  };

  return {
    select: (selection) => {
      if (get().phase !== 'open') return;
      set({ selection: selection && withinText(get().article.text, selection), target: 'text' });
    },
    selectSpan,
    clickAt: (offset, again) => {
      const { phase, layer, selectedId, article, linking } = get();
      if (phase !== 'open' || offset < 0 || offset > article.text.length) return;
      const here = spansAt(layer.spans, offset);
      if (linking) return linkToSpanHere(here);
      const at = again ? here.findIndex(({ id }) => id === selectedId) : -1;
      const span = here[(at + 1) % Math.max(1, here.length)];
      set({ selection: { anchor: offset, head: offset }, selectedId: span?.id, target: 'text' });
    },
    walk: (step) => {
      const { layer, target, selectedId, selection, say } = get();
      const from = target === 'span' ? findSpan(layer.spans, selectedId) : undefined;
      const next = neighbour(layer.spans, from, selection?.head ?? 0, step);
      if (!next) return false;
      selectSpan(next.id, true);
      const { labelSet } = session.getState().project;
      const label = labelSet.labels.find(({ id }) => id === next.label);
      const { text } = get().article;
      const { told, missing } = spanInWords(labelSet, layer, next, text);
      say([`${label?.name ?? next.label}: ${quoteOf(text, next)}`, ...told, ...missing].join('. '), true);
      return true;
    },
    escape: () => {
      const { armed, linking, selection, selectedId } = get();
      if (linking !== undefined) set({ linking: undefined });
      else if (armed !== undefined) set({ armed: undefined });
      else if (selection && selection.anchor !== selection.head) {
        set({ selection: { anchor: selection.head, head: selection.head } });
      } else if (selectedId !== undefined) set({ selectedId: undefined, target: 'text' });
      else return false;
      return true;
    },
    arm: (label) => {
      const { armed, say } = get();
      const next = armed === label ? undefined : label;
      set({ armed: next });
      const name = session.getState().project.labelSet.labels.find(({ id }) => id === next)?.name;
      say(name === undefined ? t`No label is armed.` : t`${name} is armed: every selection is tagged. Esc ends it.`);
    },
  };
}

/** A selection that was made in a longer text, just before this one came, ends with this one. */
export function withinText({ length }: string, { anchor, head }: TextSelection): TextSelection {
  const within = (offset: number): number => Math.max(0, Math.min(offset, length));
  return { anchor: within(anchor), head: within(head) };
}

/** The span before or after the one walked to last or, where the caret was moved since, the caret. */
function neighbour(spans: readonly Span[], walkedTo: Span | undefined, caret: number, step: 1 | -1): Span | undefined {
  if (walkedTo) return spans[placeOf(spans, walkedTo) + step];
  const after = firstStartingFrom(spans, caret);
  return spans[step === 1 ? after : after - 1];
}
