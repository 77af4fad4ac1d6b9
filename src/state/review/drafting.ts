import { type Group } from '#core/alignment/group.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { acceptParts, addToGold, adjust, type Deciding } from '#core/review/decide.ts';
import { type Decision } from '#core/review/decision.ts';
import { refText } from '#core/review/marking.ts';
import { joinRanges, sameRanges, type TextRange } from '#core/text/range.ts';
import {
  characterAfter,
  characterBefore,
  trimRange,
  withoutHalfCharacters,
  wordEdgeAfter,
  wordEdgeBefore,
} from '#core/text/words.ts';
import { type Committing } from './committing.ts';
import { allBefore } from './review-items.ts';
import { valuesUnder } from './decision-parts.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type DraftSpan, type ReviewItem } from './review-state.ts';

type Drafting = Pick<
  ReviewState,
  'startEditing' | 'stopEditing' | 'moveEdge' | 'setEdge' | 'relabelDraft' | 'saveDraft' | 'add'
>;

/** Changing a proposal before it goes into gold, and adding what nobody had marked. */
export function createDrafting({ session, set, get }: ReviewParts, { decide, deciding }: Committing): Drafting {
  const labelSet = () => session.getState().project.labelSet;
  const nameOfLabel = (id: LabelId): string => findLabel(labelSet(), id)?.name ?? id;

  const changeRanges = (draft: DraftSpan, ranges: readonly TextRange[]): void => {
    if (sameRanges(ranges, draft.ranges)) return;
    const { article, say } = get();
    const problem = problemWithRanges(article.text, ranges);
    if (problem !== undefined) return say(`That cannot be: ${problem}.`);
    set({ draft: { ...draft, ranges } });
    say(`Now: ${ranges.map(({ from, to }) => article.text.slice(from, to)).join(' … ')}`, true);
  };

  const setEdge: Drafting['setEdge'] = (index, edge, offset) => {
    const { draft, article, say } = get();
    const range = draft?.ranges[index];
    if (!draft || !range) return;
    const moved = { ...range, [edge]: Math.max(0, Math.min(offset, article.text.length)) };
    if (moved.from >= moved.to) return say('A span cannot end before it starts.');
    const others = draft.ranges.toSpliced(index, 1);
    changeRanges(draft, joinRanges([...others, withoutHalfCharacters(article.text, moved)]));
  };

  return {
    startEditing: () => {
      const { items, currentId, proposals, focused, selection, say } = get();
      const item = items.find(({ id }) => id === currentId);
      const draft = item && draftOf(item, proposals, focused, selection?.head);
      if (!draft)
        return say('There is nothing here to change. Select words and press the key of a label to add a span.');
      set({ draft, reveal: get().reveal + 1 });
      say(
        'Move the end with ← and →, the start with Shift. A label’s key relabels, Shift and a letter set a value. Enter saves, Esc cancels.',
      );
    },
    stopEditing: () => {
      set({ draft: undefined });
      get().say('Nothing was changed.', true);
    },
    moveEdge: (edge, step, unit) => {
      const { draft } = get();
      if (!draft) return;
      const index = edge === 'from' ? 0 : draft.ranges.length - 1;
      setEdge(index, edge, nextEdge(get(), draft.ranges[index]!, edge, step, unit));
    },
    setEdge,
    relabelDraft: (label) => {
      const { draft, say } = get();
      if (!draft) return;
      set({ draft: { ...draft, label, attributes: valuesUnder(labelSet(), label, draft.attributes) } });
      say(`${nameOfLabel(label)}.`, true);
    },
    saveDraft: () => {
      const { draft, items, currentId } = get();
      const item = items.find(({ id }) => id === currentId);
      if (!draft || !item) return;
      const { label, ranges, attributes, note, proposal } = draft;
      const words = `Adjusted, as ${nameOfLabel(label)}.`;
      if (item.group) {
        const from = proposal?.backers ?? [];
        const changed =
          changedAmong(draft, get().groups, deciding()) ??
          adjust([item.group], { label, ranges, attributes, note, from }, deciding());
        decide(changed, words, true);
      } else {
        const added = addToGold({ label, ranges, attributes, note }, deciding());
        decide({ ...added, supersedes: allBefore(item) }, words, true);
      }
    },
    add: (label) => {
      const { selection, article, say } = get();
      if (!selection || selection.anchor === selection.head) return say('Select the words first.');
      const selected = {
        from: Math.min(selection.anchor, selection.head),
        to: Math.max(selection.anchor, selection.head),
      };
      const range = trimRange(article.text, withoutHalfCharacters(article.text, selected));
      if (!range) return say('There are no words in what is selected.');
      // What was said about the current group is not about this.
      set({ reasons: [], comment: '' });
      const added = addToGold({ label, ranges: [range], attributes: [], note: '' }, deciding());
      decide(added, `Added as ${nameOfLabel(label)}.`, false);
    },
  };
}

/**
 * What editing starts from: the chosen proposal, else what is decided (the span at the caret, where it is one of several),
 * else the first proposal.
 */
function draftOf(
  { decisions }: ReviewItem,
  proposals: ReviewState['proposals'],
  focused: number | undefined,
  caret: number | undefined,
): DraftSpan | undefined {
  const decision = decisions.at(-1);
  const decided =
    decision?.spans.find(({ ranges }) =>
      ranges.some(({ from, to }) => caret !== undefined && from <= caret && caret <= to),
    ) ?? decision?.spans[0];
  const chosen = focused === undefined ? undefined : proposals[focused];
  const proposal = chosen ?? (decided ? undefined : proposals[0]);
  const start = proposal ?? decided;
  if (!start) return undefined;
  const { label, ranges, attributes, note } = start;
  const isDecided = !proposal && decision && decided;
  return {
    label,
    ranges,
    attributes,
    note,
    proposal,
    decided: isDecided ? { decision, spanId: decided.id } : undefined,
  };
}

/** A decision like the one that the draft started from, with its other spans as they were; undefined where it started from none. */
function changedAmong(
  { decided, label, ranges, attributes, note }: DraftSpan,
  groups: readonly Group[],
  deciding: Deciding,
): Decision | undefined {
  if (!decided) return undefined;
  const covered = new Set(decided.decision.covers.map(refText));
  const about = groups.filter(({ members }) =>
    members.some(({ annotatorId, span }) => span && covered.has(refText({ annotatorId, spanId: span.id }))),
  );
  const parts = decided.decision.spans.map((span) => {
    const now = span.id === decided.spanId ? { label, ranges, attributes, note } : span;
    return { ...now, backers: span.from };
  });
  return acceptParts(about, parts, deciding);
}

/** Where an edge comes to rest: at a word's edge that faces it, or one character on. */
function nextEdge(
  { article: { text, language }, paragraphs }: ReviewState,
  range: TextRange,
  edge: 'from' | 'to',
  step: 1 | -1,
  unit: 'word' | 'character',
): number {
  const offset = range[edge];
  if (unit === 'character') return step === 1 ? characterAfter(text, offset) : characterBefore(text, offset);
  const reached = (step === 1 ? wordEdgeAfter : wordEdgeBefore)(text, paragraphs, offset, language);
  const moved = { ...range, [edge]: reached };
  // It stops at the far side of the white space, so that the span neither starts nor ends with a space.
  return moved.from < moved.to ? (trimRange(text, moved)?.[edge] ?? offset) : reached;
}
