import { type Attribute } from '#core/labels/attribute.ts';
import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Span } from '#core/spans/span.ts';

/** What of a label set speaks of claims. Ids of attributes are unique in a label only. */
export interface ClaimWords {
  readonly labels: ReadonlySet<LabelId>;
  readonly claimantLinks: ReadonlySet<LinkTypeId>;
  readonly isClaimant: (span: Span, attributeId: string) => boolean;
}

/** Labels, link types and attributes with the id or name “claim” and “claimant”; without such a label, those that have claimants. */
export function claimWords(labelSet: LabelSet): ClaimWords {
  const claimants = labelSet.linkTypes.filter((type) => isCalled(type, 'claimant'));
  const named = labelSet.labels.filter((label) => isCalled(label, 'claim')).map(({ id }) => id);
  return {
    labels: new Set(named.length > 0 ? named : claimants.flatMap(({ from }) => from)),
    claimantLinks: new Set(claimants.map(({ id }) => id)),
    isClaimant: ({ label }, attributeId) => {
      const known = attributesOf(labelSet, label).find(({ id }) => id === attributeId);
      return isCalled(known ?? { id: attributeId, name: '' }, 'claimant');
    },
  };
}

/** The attributes that spans of the label may have; none where the label set does not know it. */
export function attributesOf(labelSet: LabelSet, label: LabelId): readonly Attribute[] {
  return findLabel(labelSet, label)?.attributes ?? [];
}

function isCalled({ id, name }: { readonly id: string; readonly name: string }, word: string): boolean {
  return id.toLowerCase() === word || name.toLowerCase() === word;
}
