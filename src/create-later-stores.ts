import { type Dependencies } from '#state/dependencies.ts';
import { type EarlierStores } from '#state/earlier-stores.ts';
import { createLaterStores, type LaterStores } from '#state/later-stores.ts';
import { type TransferStore } from '#state/transfer-store.ts';

/** Makes the stores that only some screens need, and lets those that show the same thing hear of one another. */
export function connectLaterStores(
  dependencies: Dependencies,
  { transfer, ...earlier }: EarlierStores & { readonly transfer: TransferStore },
): LaterStores {
  const later = createLaterStores(dependencies, earlier);
  const { labels, review, agreement } = later;
  labels.subscribe((state, before) => {
    if (state.layers !== before.layers) void earlier.library.getState().refresh();
  });
  transfer.subscribe((state, before) => {
    if (state.phase === 'done' && before.phase !== 'done') void review.getState().refresh();
  });
  earlier.session.subscribe((state, before) => {
    if (state.project.id === before.project.id) return;
    review.getState().leaveProject();
    agreement.getState().leaveProject();
  });
  return later;
}
