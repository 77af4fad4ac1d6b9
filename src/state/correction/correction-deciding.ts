import { type Decision } from '#core/carry-over/carry-layer.ts';
import { type SpanId } from '#core/spans/span.ts';
import { anchoring, carryRange } from '#core/text/anchor.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { trimRange, withoutHalfCharacters } from '#core/text/words.ts';
import { type Comparing, type CorrectionParts } from './correction-comparing.ts';
import { type CorrectionState } from './correction-state.ts';

type Deciding = Pick<CorrectionState, 'placeAtGuess' | 'placeAt' | 'deleteSpan' | 'undecide'>;

/** Deciding about spans without a certain place; each decision is kept with the draft. */
export function createDeciding({ set, get }: CorrectionParts, comparing: Comparing, keepDraft: () => void): Deciding {
  const decide = (id: SpanId, decision: Decision | undefined): void => {
    if (get().phase !== 'open') return;
    const decisions = new Map(get().decisions);
    if (decision) decisions.set(id, decision);
    else decisions.delete(id);
    set({ decisions, result: comparing.resultOf(decisions), failure: '' });
    keepDraft();
  };
  return {
    placeAtGuess: (id) => {
      const { preview, draft } = get();
      const guess = preview?.own.unplaced.find(({ before }) => before.id === id)?.guess;
      const ranges = preview && guess && rangesIn(preview.text, draft, guess);
      if (ranges) decide(id, { kind: 'place', ranges });
    },
    placeAt: (id, range) => {
      const { draft } = get();
      const words = trimRange(draft, withoutHalfCharacters(draft, range));
      if (words) decide(id, { kind: 'place', ranges: [words] });
    },
    deleteSpan: (id) => {
      decide(id, { kind: 'delete' });
    },
    undecide: (id) => {
      decide(id, undefined);
    },
  };
}

/** Places that were chosen in the draft go along with what is typed around them; what is lost is undecided again. */
export function decisionsIn(
  before: string,
  after: string,
  decisions: ReadonlyMap<SpanId, Decision>,
): ReadonlyMap<SpanId, Decision> {
  const next = new Map<SpanId, Decision>();
  for (const [id, decision] of decisions) {
    const ranges = decision.kind === 'place' ? rangesIn(before, after, decision.ranges) : undefined;
    if (decision.kind === 'delete') next.set(id, decision);
    else if (ranges) next.set(id, { kind: 'place', ranges });
  }
  return next;
}

function rangesIn(before: string, after: string, ranges: readonly TextRange[]): readonly TextRange[] | undefined {
  if (before === after) return ranges;
  const between = anchoring(before, after);
  const places = ranges.map((range) => carryRange(between, range)?.range);
  const found = places.filter((place) => place !== undefined);
  return found.length < places.length ? undefined : joinRanges(found);
}
