import { type AnnotatorId } from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
import { bestAlignment } from './best-alignment.ts';
import { competitionCosts } from './competition.ts';
import { type ComparedLayers, type Group } from './group.ts';
import { groupsOf } from './groups-of.ts';
import { matchTwo } from './match-two.ts';
import { componentsOf, CROSS_LABEL_MIN_IOU, type Unit, unitsOf } from './units.ts';

/** Some units that may compete, and how they were put together. */
export interface SolvedPart {
  readonly units: readonly Unit[];
  readonly tuples: readonly (readonly Unit[])[];
  readonly isApproximate: boolean;
}

interface Solved {
  readonly annotators: readonly AnnotatorId[];
  readonly parts: ReadonlyMap<string, SolvedPart>;
}

/** How the parts behind a list of groups were solved. As lists never change, this is no state. */
const solvedBehind = new WeakMap<readonly Group[], Solved>();

/**
 * Puts spans of several layers of one article into groups that are about the same thing, at most one of each annotator;
 * every span is in exactly one group. Groups are in the order of their hulls, the longer first. The order of layers and spans
 * does not matter. Where an annotator has several spans with the same label and ranges, the first takes part as usual, and
 * each further one can only be together with a further one of others: as a rule it is a group by itself.
 */
export function alignLayers(layers: ComparedLayers): readonly Group[] {
  return align(layers, [], undefined);
}

/**
 * The same as `alignLayers(layers)`, sooner where `before`, a result of either, was made from nearly the same layers: only
 * those parts of the text are aligned again whose spans have changed, and groups that stay the same are the same objects.
 */
export function realign(before: readonly Group[], layers: ComparedLayers): readonly Group[] {
  return align(layers, before, solvedBehind.get(before));
}

function align(layers: ComparedLayers, before: readonly Group[], known: Solved | undefined): readonly Group[] {
  const inOrder = layers.toSorted((a, b) => compareText(a.annotatorId, b.annotatorId));
  const annotators = inOrder.map(({ annotatorId }) => annotatorId);
  const isSameTeam =
    known?.annotators.length === annotators.length && annotators.every((id, index) => id === known.annotators[index]);
  const parts = new Map<string, SolvedPart>();
  for (const units of componentsOf(unitsOf(inOrder.map(({ spans }) => spans)), CROSS_LABEL_MIN_IOU)) {
    const first = units[0]!;
    const key = `${first.annotator} ${first.span.id}`;
    const solved = isSameTeam ? known.parts.get(key) : undefined;
    parts.set(key, solved && isSamePart(solved.units, units) ? solved : solvePart(units, annotators.length));
  }
  const groups = groupsOf(inOrder, [...parts.values()], before);
  solvedBehind.set(groups, { annotators, parts });
  return groups;
}

function isSamePart(a: readonly Unit[], b: readonly Unit[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ annotator, span }, index) => annotator === b[index]!.annotator && span === b[index]!.span)
  );
}

function solvePart(units: readonly Unit[], annotators: number): SolvedPart {
  if (units.length === 1) return { units, tuples: [units], isApproximate: false };
  if (annotators === 2) return { units, tuples: matchTwo(units, CROSS_LABEL_MIN_IOU), isApproximate: false };
  const { tuples, isExact } = bestAlignment(units, competitionCosts(annotators));
  return { units, tuples, isApproximate: !isExact };
}
