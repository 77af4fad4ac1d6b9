import { type Layer } from '#core/project/project.ts';
import { applyEdit } from './apply-edit.ts';
import { type LoggedEdit } from './entry-sum.ts';
import { invertEdit } from './invert-edit.ts';

/**
 * The layer as it was after entry `number` of its log, taken back from how it is after the last of `entries`, which are in
 * their order and without gaps from entry `number + 1` on. Throws a RangeError where they are not this layer's.
 */
export function asItWas(layer: Layer, entries: readonly LoggedEdit[], number: number): Layer {
  let then = layer;
  let at = layer.changedAt;
  for (let index = entries.length - 1; index >= 0 && entries[index]!.number > number; index -= 1) {
    then = applyEdit(then, invertEdit(entries[index]!.edit));
    // Of what was before the first entry, no time is known but that it was earlier.
    at = (entries[index - 1] ?? entries[index]!).at;
  }
  return then === layer ? layer : { ...then, changedAt: at };
}
