import { type Layer } from '#core/project/project.ts';
import { compareLinks, type Link, type LinkId, sameLink } from '#core/spans/link.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type Conflict, type MergeChoices } from './conflict.ts';
import { earlier } from './merge-span.ts';
import { type MergedSpans } from './merge-spans.ts';
import { type Parted } from './parted.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** The links of two copies of a layer as those of one. */
export interface MergedLinks {
  /** In the order of compareLinks, each between spans that are there. */
  readonly links: readonly Link[];
  readonly conflicts: readonly Conflict[];
}

/** Merges links by their ids, once it is known which spans there are; a link that went with a span comes back with it. */
export function mergeLinks(parted: Parted, { spans, standIns }: MergedSpans, choices: MergeChoices): MergedLinks {
  const [mine, theirs] = [byId(parted.mine.links), byId(parted.theirs.links)];
  const before = parted.ancestors.map(({ links }) => byId(links));
  const there = new Set(spans.map(({ id }) => id));
  const conflicts: Conflict[] = [];
  const merged: Link[] = [];
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const sides = { mine: mine.get(id), theirs: theirs.get(id) };
    const known = before.map((links) => links.get(id));
    const verdict = verdictOn(sides.mine, sides.theirs, known, sameLink);
    let link = sideOf(sides, verdict, parted);
    if (verdict === 'conflict' && sides.mine && sides.theirs) {
      const key = JSON.stringify(['link', id]);
      conflicts.push({ kind: 'link', key, mine: sides.mine, theirs: sides.theirs, mayKeepBoth: false });
      link = choices.get(key) === 'theirs' ? sides.theirs : sides.mine;
    }
    if (!link) continue;
    const [from, to] = [standIns.get(link.from) ?? link.from, standIns.get(link.to) ?? link.to];
    if (there.has(from) && there.has(to) && from !== to) merged.push({ ...link, from, to });
  }
  return { links: withoutTwins(merged, mine, theirs).toSorted(compareLinks), conflicts };
}

interface Sides {
  readonly mine: Link | undefined;
  readonly theirs: Link | undefined;
}

/** The side that the verdict names, and where that one has removed the link, the other one if it was changed or lost an end. */
function sideOf({ mine, theirs }: Sides, verdict: Verdict, parted: Parted): Link | undefined {
  const chosen = verdict === 'theirs' ? theirs : mine;
  if (chosen) return chosen;
  const other = verdict === 'theirs' ? mine : theirs;
  const remover = verdict === 'theirs' ? parted.theirs : parted.mine;
  return other && (verdict === 'conflict' || lostAnEnd(other, remover)) ? other : undefined;
}

/** True where the link had to go since a span at its end did. */
function lostAnEnd({ from, to }: Link, { spans }: Layer): boolean {
  return !findSpan(spans, from) || !findSpan(spans, to);
}

/** Of links of one type between the same spans that each side has made by itself, the earlier one. */
function withoutTwins(
  links: readonly Link[],
  mine: ReadonlyMap<LinkId, Link>,
  theirs: ReadonlyMap<LinkId, Link>,
): readonly Link[] {
  const joined = new Map<string, Link>();
  const others: Link[] = [];
  const ofTheirs: Link[] = [];
  for (const link of links) {
    if (!mine.has(link.id)) ofTheirs.push(link);
    else if (theirs.has(link.id) || joined.has(placeOf(link))) others.push(link);
    else joined.set(placeOf(link), link);
  }
  for (const link of ofTheirs) {
    const twin = joined.get(placeOf(link));
    if (!twin) others.push(link);
    else {
      others.push(earlier(twin, link));
      joined.delete(placeOf(link));
    }
  }
  return [...others, ...joined.values()];
}

function placeOf({ type, from, to }: Link): string {
  return JSON.stringify([type, from, to]);
}

function byId(links: readonly Link[]): ReadonlyMap<LinkId, Link> {
  return new Map(links.map((link) => [link.id, link]));
}
