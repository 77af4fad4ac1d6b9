import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type KeptExtent, type Policy } from '#core/review/policies.ts';
import { type PolicyPlan } from '#core/review/policy-plan.ts';
import { type Progress } from '#state/transfer-store.ts';

/** The settings of the policies, those that are not chosen included. */
export interface BulkPolicy {
  readonly kind: Policy['kind'];
  readonly kept: KeptExtent;
  readonly annotatorId: AnnotatorId | '';
  readonly rejectsOthers: boolean;
  /** Share of the words, from 0 to 1. */
  readonly threshold: number;
  /** Share that is left to be looked at one by one, from 0 to 1. */
  readonly share: number;
}

/** The dialog in which groups are accepted by a policy. */
export interface BulkData {
  readonly phase: 'closed' | 'planning' | 'planned' | 'writing' | 'failed';
  readonly failure: string;
  readonly articleIds: readonly ArticleId[];
  readonly policy: BulkPolicy;
  /** What the policy would do, counted for this choice. */
  readonly plan: PolicyPlan | undefined;
  readonly progress: Progress | undefined;
}

export const NO_BULK: BulkData = {
  phase: 'closed',
  failure: '',
  articleIds: [],
  policy: { kind: 'unanimous', kept: 'most', annotatorId: '', rejectsOthers: false, threshold: 0.8, share: 0 },
  plan: undefined,
  progress: undefined,
};
