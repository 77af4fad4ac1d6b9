import { type LayerFate } from '#core/bundle/plan-import.ts';
import { type PlanInNumbers } from '#state/transfer-store.ts';

const FATES: readonly { readonly fate: LayerFate; readonly text: string }[] = [
  { fate: 'added', text: 'new' },
  { fate: 'updated', text: 'newer than here: brought up to date' },
  { fate: 'unchanged', text: 'here already' },
  { fate: 'older', text: 'older than here: left as they are here' },
  { fate: 'kept', text: 'edited in this browser and different: yours are kept' },
];

/** How many layers have which fate, in words. */
export function layersInWords({ layers }: PlanInNumbers): string {
  const parts = FATES.flatMap(({ fate, text }) => {
    const count = layers.get(fate) ?? 0;
    return count > 0 ? [`${count} ${text}`] : [];
  });
  return parts.length > 0 ? parts.join('; ') : 'none';
}
