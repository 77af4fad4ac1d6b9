import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** Skeletons of schema.org ClaimReview for the spans of the label “Claim”; written only. */
export const CLAIM_REVIEW: Format = {
  id: 'claim-review',
  name: 'ClaimReview JSON-LD',
  description: t`For fact checkers: each claim with who makes it and where it appeared, as a schema.org ClaimReview in which url, author, datePublished and reviewRating of the review are still to be filled in.`,
  extension: '.jsonld',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    text: 'no',
    fragments: 'partly',
    attributes: 'partly',
    notes: 'no',
    links: 'partly',
    annotators: 'no',
    names: 'no',
    times: 'no',
    origin: 'no',
    status: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createClaimReviewWriter,
  recognises: ({ path, start }) => /\.json(?:ld)?$/i.test(path) && start.includes('"ClaimReview"'),
};
