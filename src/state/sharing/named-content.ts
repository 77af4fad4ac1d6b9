// Wholly a type: an import that stays would bring the worker's code along.
import type { HandedOver } from '#workers/make-shared-work.ts';

/** A file for somebody. */
export interface NamedContent {
  readonly name: string;
  readonly content: HandedOver;
}
