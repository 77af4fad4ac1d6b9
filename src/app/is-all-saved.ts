import { type Stores } from '#state/react.tsx';

/** True where nothing is on its way to the disk, and nothing was refused by it. */
export function isAllSaved({ annotate, guidelines, threads, later }: Stores): boolean {
  const review = later.here.getState().stores?.review;
  const kinds = [annotate, guidelines, threads].map((store) => store.getState().saving.kind);
  return [...kinds, review?.getState().saving.kind ?? 'saved'].every((kind) => kind === 'saved');
}
