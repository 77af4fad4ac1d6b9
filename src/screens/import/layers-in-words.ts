import { withSemicolons } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type LayerFate } from '#core/bundle/plan-import.ts';
import { type PlanInNumbers } from '#state/transfer-store.ts';

const FATES: readonly { readonly fate: LayerFate; readonly say: (layers: number) => string }[] = [
  { fate: 'added', say: (layers) => t`${layers} new` },
  { fate: 'updated', say: (layers) => t`${layers} newer than here: brought up to date` },
  { fate: 'unchanged', say: (layers) => t`${layers} here already` },
  { fate: 'older', say: (layers) => t`${layers} older than here: left as they are here` },
  { fate: 'back', say: (layers) => t`${layers} in the trash here: put back as they are here` },
  { fate: 'merged', say: (layers) => t`${layers} edited here and elsewhere: put together` },
  { fate: 'kept', say: (layers) => t`${layers} edited in this browser and different: yours are kept` },
];

/** How many layers have which fate, in words. */
export function layersInWords({ layers }: PlanInNumbers): string {
  const parts = FATES.flatMap(({ fate, say }) => {
    const count = layers.get(fate) ?? 0;
    return count > 0 ? [say(count)] : [];
  });
  return parts.length > 0 ? withSemicolons(parts) : t`none`;
}
