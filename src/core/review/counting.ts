import { type Decision, type DecisionId } from './decision.ts';
import { refText } from './marking.ts';

/**
 * The decisions of an article's log (given and returned in its order) that count: those that no counting one after them
 * names in `supersedes`. Decisions that withdraw others are among them.
 */
export function countingDecisions(log: readonly Decision[]): readonly Decision[] {
  const superseded = new Set<DecisionId>();
  const counting = log.toReversed().filter(({ id, supersedes }) => {
    if (superseded.has(id)) return false;
    for (const earlier of supersedes) superseded.add(earlier);
    return true;
  });
  return counting.toReversed();
}

/** What an article's log comes to. */
export interface Standing {
  /** Decisions that count and say something about spans, in the order of the log: all but those that withdraw. */
  readonly decisions: readonly Decision[];
  /** The decision that disposes of a span, by refText: the first of them where several do. */
  readonly byRef: ReadonlyMap<string, Decision>;
  /** Decisions about a span that an earlier one has settled, each with that one: they give gold nothing. */
  readonly disputed: ReadonlyMap<DecisionId, Decision>;
}

/**
 * Works out which decisions of a log stand. Two that dispose of the same span come only from logs that two reviewers wrote
 * apart: the first stands, so that reading in somebody's log never changes gold, and the other waits for someone to choose.
 */
export function standingOf(log: readonly Decision[]): Standing {
  const decisions = countingDecisions(log).filter(({ verdict }) => verdict !== 'withdraw');
  const byRef = new Map<string, Decision>();
  const disputed = new Map<DecisionId, Decision>();
  for (const decision of decisions) {
    const names = decision.covers.map(refText);
    const earlier = names.map((name) => byRef.get(name)).find((other) => other !== undefined);
    if (earlier) disputed.set(decision.id, earlier);
    else for (const name of names) byRef.set(name, decision);
  }
  return { decisions, byRef, disputed };
}
