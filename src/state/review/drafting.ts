import { t } from '#language/t.ts';
import { type Group } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { acceptParts, addToGold, adjust, type Deciding, linksOf } from '#core/review/decide.ts';
import { type Decision } from '#core/review/decision.ts';
import { refText } from '#core/review/marking.ts';
import { nextEdge, withEdgeAt } from '#core/spans/span-edges.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { selectedRange } from '#state/annotate/candidates.ts';
import { type Committing } from './committing.ts';
import { allBefore, currentItem } from './review-items.ts';
import { linksUnder, valuesUnder } from './decision-parts.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type DraftSpan, type ReviewItem } from './review-state.ts';
import { labelName } from './review-words.ts';

type Drafting = Pick<
  ReviewState,
  'startEditing' | 'stopEditing' | 'moveEdge' | 'setEdge' | 'relabelDraft' | 'saveDraft' | 'add'
>;

const CHANGED_BY_KEYS = t`Move the end with ← and →, the start with Shift. A label’s key relabels, Shift and a letter set a value. Enter saves, Esc cancels.`;

/** Changing a proposal before it goes into gold, and adding what nobody had marked. */
export function createDrafting({ session, set, get }: ReviewParts, { decide, deciding }: Committing): Drafting {
  const labelSet = () => session.getState().project.labelSet;
  const nameOfLabel = (id: LabelId): string => labelName(labelSet(), id);

  const changeRanges = (draft: DraftSpan, ranges: readonly TextRange[]): void => {
    if (sameRanges(ranges, draft.ranges)) return;
    const { article, say } = get();
    const problem = problemWithRanges(article.text, ranges);
    if (problem !== undefined) return say(t`That cannot be: ${problem}.`);
    set({ draft: { ...draft, ranges } });
    say(t`Now: ${quoteOf(article.text, { ranges })}`, true);
  };

  const setEdge: Drafting['setEdge'] = (index, edge, offset) => {
    const { draft, article, say } = get();
    if (!draft?.ranges[index]) return;
    const ranges = withEdgeAt(article.text, draft.ranges, index, edge, offset);
    if (!ranges) return say(t`A span cannot end before it starts.`);
    changeRanges(draft, ranges);
  };

  return {
    startEditing: (by = 'buttons') => {
      const { proposals, layers, focused, selection, say } = get();
      const item = currentItem(get());
      const draft = item && draftOf(item, { proposals, layers, focused, caret: selection?.head });
      if (!draft) return say(t`There is nothing here to change. Select words and choose a label to add a span.`);
      set({ draft, reveal: get().reveal + 1 });
      say(by === 'keys' ? CHANGED_BY_KEYS : t`Drag its start or end in the text, or move them with the arrows.`);
    },
    stopEditing: () => {
      const { say, refresh } = get();
      set({ draft: undefined });
      say(t`Nothing was changed.`, true);
      void refresh();
    },
    moveEdge: (edge, step, unit) => {
      const { draft, article, paragraphs } = get();
      if (!draft) return;
      const index = edge === 'from' ? 0 : draft.ranges.length - 1;
      setEdge(index, edge, nextEdge({ ...article, paragraphs }, draft.ranges[index]!, edge, step, unit));
    },
    setEdge,
    relabelDraft: (label) => {
      const { draft, say } = get();
      if (!draft) return;
      const attributes = valuesUnder(labelSet(), label, draft.attributes);
      set({ draft: { ...draft, label, attributes, links: linksUnder(labelSet(), label, draft.links) } });
      say(`${nameOfLabel(label)}.`, true);
    },
    saveDraft: () => {
      const { draft } = get();
      const item = currentItem(get());
      if (!draft || !item) return;
      const { label, ranges, attributes, note, proposal, links: chosenLinks } = draft;
      const words = t`Adjusted, as ${nameOfLabel(label)}.`;
      if (item.group) {
        const from = proposal?.backers ?? [];
        const changed =
          changedAmong(draft, get().groups, deciding()) ??
          adjust([item.group], { label, ranges, attributes, note, from, chosenLinks }, deciding());
        decide(changed, words, true);
      } else {
        const added = addToGold({ label, ranges, attributes, note, chosenLinks }, deciding());
        // It stays the same span, so that links to it hold.
        const spans = added.spans.map((span) => ({ ...span, id: draft.decided?.spanId ?? span.id }));
        decide({ ...added, spans, supersedes: allBefore(item) }, words, true);
      }
      void get().refresh();
    },
    add: (label) => {
      const { selection, say } = get();
      if (!selection || selection.anchor === selection.head) return say(t`Select the words first.`);
      const range = selectedRange(get());
      if (!range) return say(t`There are no words in what is selected.`);
      // What was said about the current group is not about this.
      set({ reasons: [], comment: '' });
      const added = addToGold({ label, ranges: [range], attributes: [], note: '' }, deciding());
      decide(added, t`Added as ${nameOfLabel(label)}.`, false);
    },
  };
}

interface DraftStart extends Pick<ReviewState, 'proposals' | 'layers' | 'focused'> {
  readonly caret: number | undefined;
}

/**
 * What editing starts from: the chosen proposal, else what is decided (the span at the caret, where it is one of several),
 * else the first proposal.
 */
function draftOf({ decisions }: ReviewItem, { proposals, layers, focused, caret }: DraftStart): DraftSpan | undefined {
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
    links: proposal ? linksOf(label, proposal.backers, layers) : (decided?.links ?? []),
    proposal,
    decided: isDecided ? { decision, spanId: decided.id } : undefined,
  };
}

/** A decision like the one that the draft started from, with its other spans as they were; undefined where it started from none. */
function changedAmong(
  { decided, label, ranges, attributes, note, links }: DraftSpan,
  groups: readonly Group[],
  deciding: Deciding,
): Decision | undefined {
  if (!decided) return undefined;
  const covered = new Set(decided.decision.covers.map(refText));
  const about = groups.filter(({ members }) =>
    members.some(({ annotatorId, span }) => span && covered.has(refText({ annotatorId, spanId: span.id }))),
  );
  const parts = decided.decision.spans.map((span) => {
    const now = span.id === decided.spanId ? { label, ranges, attributes, note, links } : span;
    return { ...now, chosenLinks: now.links, backers: span.from };
  });
  return acceptParts(about, parts, deciding);
}
