import { type ComparedLayers, type Group, type GroupKey } from '#core/alignment/group.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type Standing, standingOf } from './counting.ts';
import { type Decision, type DecisionId } from './decision.ts';
import { type GoldLayer, goldOfStanding } from './gold-layer.ts';
import { refText } from './marking.ts';
import { refsOf, type StaleDecision, staleDecisions } from './staleness.ts';

/**
 * How far the review of a group is: `stale` where a decision about it needs another look, else `deferred` where one has put
 * it off, else `undecided` where one of its spans has none, else `decided`.
 */
export type GroupState = 'undecided' | 'deferred' | 'stale' | 'decided';

/** Gold of an article, and how far it is from being done. */
export interface Gold extends GoldLayer {
  /** The state of each group, in the order of the groups. */
  readonly states: ReadonlyMap<GroupKey, GroupState>;
  /** The standing decisions about each group that has any, in the order of the log. */
  readonly decisionsAbout: ReadonlyMap<GroupKey, readonly Decision[]>;
  /** Groups with a span that no standing decision disposes of, in the order of the groups; the stale among them too. */
  readonly undecided: readonly GroupKey[];
  /** Groups with a span that a standing decision has put off. */
  readonly deferred: readonly GroupKey[];
  readonly stale: readonly StaleDecision[];
  readonly standing: Standing;
}

/**
 * Gold of an article from its log, in the order of the numbers, and what the compared layers and their groups say to it. The
 * same log always gives the same gold, whatever happens to layers; they decide only about states and staleness.
 */
export function foldGold(
  articleId: ArticleId,
  log: readonly Decision[],
  groups: readonly Group[],
  layers: ComparedLayers,
): Gold {
  const standing = standingOf(log);
  const stale = staleDecisions(standing, groups, layers);
  const staleIds = new Set(stale.map(({ decision }) => decision.id));
  const places = new Map(standing.decisions.map((decision, index) => [decision.id, index]));
  const aboutRef = decisionsByRef(standing);
  const states = new Map<GroupKey, GroupState>();
  const decisionsAbout = new Map<GroupKey, readonly Decision[]>();
  const undecided: GroupKey[] = [];
  const deferred: GroupKey[] = [];
  for (const group of groups) {
    const names = refsOf(group).map(refText);
    const about = [...new Set(names.flatMap((name) => aboutRef.get(name) ?? []))];
    if (about.length > 0) {
      decisionsAbout.set(
        group.key,
        about.toSorted((a, b) => placeOf(places, a) - placeOf(places, b)),
      );
    }
    const isOpen = names.some((name) => !standing.byRef.has(name));
    const isDeferred = names.some((name) => standing.byRef.get(name)?.verdict === 'defer');
    if (isOpen) undecided.push(group.key);
    if (isDeferred) deferred.push(group.key);
    const isStale = about.some(({ id }) => staleIds.has(id));
    states.set(group.key, isStale ? 'stale' : isDeferred ? 'deferred' : isOpen ? 'undecided' : 'decided');
  }
  const gold = goldOfStanding(articleId, standing);
  return { ...gold, states, decisionsAbout, undecided, deferred, stale, standing };
}

/**
 * The rule by which an article's review is done: nothing of it is undecided, deferred or stale. `layers` are the finished ones
 * that are compared. Needs no groups, and says the same as isDone does of the progress with them. Where nobody has decided
 * anything it is done only with nothing marked by two or more, or by whoever has when a reviewer called it finished.
 */
export function isReviewDone(log: readonly Decision[], layers: ComparedLayers, isFinished = false): boolean {
  const standing = standingOf(log);
  if (standing.decisions.length === 0 && layers.length < 2 && !isFinished) return false;
  const isSettled = layers.every(({ annotatorId, spans }) =>
    spans.every(({ id }) => {
      const decision = standing.byRef.get(refText({ annotatorId, spanId: id }));
      return decision !== undefined && decision.verdict !== 'defer';
    }),
  );
  return isSettled && staleDecisions(standing, [], layers).length === 0;
}

/** Disputed decisions are about a group as well, though they settle nothing. */
function decisionsByRef({ decisions }: Standing): ReadonlyMap<string, readonly Decision[]> {
  const found = new Map<string, Decision[]>();
  for (const decision of decisions) {
    for (const ref of decision.covers) {
      const known = found.get(refText(ref));
      if (known) known.push(decision);
      else found.set(refText(ref), [decision]);
    }
  }
  return found;
}

function placeOf(places: ReadonlyMap<DecisionId, number>, { id }: Decision): number {
  return places.get(id) ?? 0;
}
