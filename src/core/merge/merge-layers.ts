import { type Layer, type LayerStatus } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Conflict, type MergeChoices } from './conflict.ts';
import { mergeLinks } from './merge-links.ts';
import { mergeSpans } from './merge-spans.ts';
import { type Parted } from './parted.ts';
import { verdictOn } from './verdict.ts';

/** When each side last changed its status: the later one counts. */
export interface StatusTimes {
  readonly mine: string;
  readonly theirs: string;
}

/** Two copies of a layer as one. */
export interface Merged {
  /** What our copy holds after it; `changedAt` is still ours. */
  readonly layer: Layer;
  readonly conflicts: readonly Conflict[];
}

/**
 * Brings what theirs changed since the copies parted into ours. What only one side changed is taken from it, what both
 * changed differently is a conflict, of which ours stays unless another choice is made: so whatever is added or changed on
 * either side is in the layer or in a conflict. Without conflicts, exchanging the sides gives the same spans and links.
 */
export function mergeLayers(parted: Parted, times: StatusTimes, choices: MergeChoices = new Map()): Merged {
  const { mine } = parted;
  const spans = mergeSpans(parted, choices);
  const links = mergeLinks(parted, spans, choices);
  const status = mergedStatus(parted, times);
  const layer: Layer = {
    ...mine,
    // Where one side took its beginning back, the other one's spans still show that it was begun.
    status: status === 'not-started' && spans.spans.length > 0 ? 'in-progress' : status,
    spans: spans.spans,
    links: links.links,
  };
  return { layer, conflicts: [...spans.conflicts, ...links.conflicts] };
}

function mergedStatus({ mine, theirs, ancestors }: Parted, times: StatusTimes): LayerStatus {
  const before = ancestors.map(({ status }) => status);
  const verdict = verdictOn(mine.status, theirs.status, before);
  if (verdict !== 'conflict') return verdict === 'theirs' ? theirs.status : mine.status;
  const order = compareTimes(times.mine, times.theirs) || RANK[mine.status] - RANK[theirs.status];
  return order >= 0 ? mine.status : theirs.status;
}

/** Which status counts where both were set at the same moment. */
const RANK: Readonly<Record<LayerStatus, number>> = { 'not-started': 0, 'in-progress': 1, done: 2 };
