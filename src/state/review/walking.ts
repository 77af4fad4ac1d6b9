import { t } from '#language/t.ts';
import { withinText } from '#state/annotate/selecting.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { nextOpen } from './review-items.ts';
import { REVIEW_VIEWS } from './review-state.ts';

type Walking = Pick<
  ReviewState,
  'step' | 'stepOpen' | 'focusLine' | 'select' | 'clickAt' | 'escape' | 'setView' | 'cycleView' | 'setHeatLabel'
>;

const VIEW_WORDS = {
  gold: t`The text shows gold alone.`,
  active: t`The text shows gold, and the proposals for the current group.`,
  all: t`The text shows gold, and everybody’s spans below the lines.`,
  heat: t`The text shows how many have marked each word.`,
} as const;

/** What is current, selected and shown in the open article. */
export function createWalking({ set, get }: ReviewParts): Walking {
  const setView: Walking['setView'] = (view) => {
    set({ view });
    get().say(VIEW_WORDS[view]);
  };
  return {
    step: (step) => {
      const { items, currentId, goTo, say } = get();
      const at = items.findIndex(({ id }) => id === currentId);
      const next = items[at < 0 ? (step === 1 ? 0 : items.length - 1) : at + step];
      if (next) goTo(next.id, true);
      else if (items.length === 0) say(t`There is nothing to settle in this article.`);
      else say(step === 1 ? t`This is the last group.` : t`This is the first group.`);
    },
    stepOpen: (step) => {
      const { items, currentId, goTo, say } = get();
      const next = nextOpen(items, currentId, step);
      if (next) goTo(next.id, true);
      else say(t`No other group is open.`);
    },
    focusLine: (line) => {
      const { currentId, proposals } = get();
      if (currentId !== undefined && line >= 0 && line <= proposals.length) set({ focused: line });
    },
    select: (selection) => {
      const { phase, article } = get();
      if (phase !== 'open') return;
      set({ selection: selection && withinText(article.text, selection) });
    },
    clickAt: (offset, again) => {
      const { items, currentId, goTo, draft } = get();
      set({ selection: { anchor: offset, head: offset } });
      if (draft) return;
      const here = items
        .filter(({ hull }) => hull.from <= offset && offset <= hull.to)
        .toSorted((a, b) => a.hull.to - a.hull.from - (b.hull.to - b.hull.from));
      const at = again ? here.findIndex(({ id }) => id === currentId) : -1;
      const next = here[(at + 1) % Math.max(1, here.length)];
      if (!next) return;
      goTo(next.id);
      set({ selection: { anchor: offset, head: offset } });
    },
    escape: () => {
      const { draft, selection, focused, stopEditing } = get();
      if (draft) stopEditing();
      else if (selection && selection.anchor !== selection.head) {
        set({ selection: { anchor: selection.head, head: selection.head } });
      } else if (focused !== undefined) set({ focused: undefined });
      else return false;
      return true;
    },
    setView,
    cycleView: () => {
      setView(REVIEW_VIEWS[(REVIEW_VIEWS.indexOf(get().view) + 1) % REVIEW_VIEWS.length]!);
    },
    setHeatLabel: (heatLabel) => {
      set({ heatLabel });
    },
  };
}
