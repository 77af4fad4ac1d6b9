import { type LabelId } from './label-id.ts';

/** Identifies a link type within its label set; stable when the type is renamed. */
export type LinkTypeId = string & { readonly brand: 'LinkTypeId' };

/**
 * A kind of arrow between two spans. `from` and `to` are the labels that may stand at its ends, an empty list meaning any;
 * `isSingle` allows each span one such link only, `isRequired` asks each span of the `from` labels for at least one.
 */
export interface LinkType {
  readonly id: LinkTypeId;
  readonly name: string;
  readonly description: string;
  readonly from: readonly LabelId[];
  readonly to: readonly LabelId[];
  readonly isSingle: boolean;
  readonly isRequired: boolean;
}

/** True where a link of this type may start at a span with the label. */
export function mayStartAt({ from }: LinkType, label: LabelId): boolean {
  return from.length === 0 || from.includes(label);
}

/** True where a link of this type may end at a span with the label. */
export function mayEndAt({ to }: LinkType, label: LabelId): boolean {
  return to.length === 0 || to.includes(label);
}
