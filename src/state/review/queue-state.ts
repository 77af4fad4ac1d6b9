import { type GroupKind } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type ArticleFigures } from '#core/review/article-figures.ts';
import { type Progress } from '#state/transfer-store.ts';

export const QUEUE_ORDERS = ['undecided', 'disagreement', 'f1', 'library', 'random'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** Which articles of the queue are shown; empty for all. */
export interface QueueFilter {
  /** Words of the title or the source. */
  readonly phrase: string;
  readonly kind: GroupKind | '';
  readonly label: LabelId | '';
  readonly annotatorId: AnnotatorId | '';
  readonly isStaleOnly: boolean;
}

/** What there is to review. */
export interface QueueData {
  readonly phase: 'closed' | 'reading' | 'ready' | 'failed' | 'cancelled';
  readonly failure: string;
  readonly progress: Progress | undefined;
  /** What was counted, by article; those that nobody has finished have none. */
  readonly figures: ReadonlyMap<ArticleId, ArticleFigures>;
  readonly order: QueueOrder;
  readonly filter: QueueFilter;
  /** Makes the random order: another one for each visit. */
  readonly seed: string;
}

const NO_FILTER: QueueFilter = { phrase: '', kind: '', label: '', annotatorId: '', isStaleOnly: false };

export const NO_QUEUE: QueueData = {
  phase: 'closed',
  failure: '',
  progress: undefined,
  figures: new Map(),
  order: 'undecided',
  filter: NO_FILTER,
  seed: '',
};
