import { type Layer } from '#core/project/project.ts';

/** What is merged: two copies of a layer, and the layers that both went on from. */
export interface Parted {
  readonly mine: Layer;
  readonly theirs: Layer;
  readonly ancestors: readonly Layer[];
}
