import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';

/** Two annotators, in the order in which a figure names them. With AS_GOLD as the first it is gold and the other. */
export interface PairOfAnnotators {
  readonly one: AnnotatorId;
  readonly other: AnnotatorId;
}

/**
 * Which figure is asked about: the spans on which two disagree, those of one label, some articles or one annotator only where
 * that is given; those of a cell of the label confusion, where undefined is nothing; those whose start or end is off by so
 * many UTF-16 code units; those of one annotator whose start or end another has elsewhere, or that another has nothing for,
 * or the other way round; all spans of an annotator, of everybody without one; the links that only one of two has; or the
 * values of an attribute that differ. Without a pair, all pairs are meant, and nobody is first.
 */
export type BehindQuestion =
  | {
      readonly kind: 'disagreements';
      readonly pair?: PairOfAnnotators | undefined;
      readonly label?: LabelId | undefined;
      readonly articleIds?: readonly ArticleId[];
      readonly annotatorId?: AnnotatorId;
    }
  | {
      readonly kind: 'confusion';
      readonly pair: PairOfAnnotators | undefined;
      readonly row: LabelId | undefined;
      readonly column: LabelId | undefined;
    }
  | {
      readonly kind: 'offset';
      readonly pair: PairOfAnnotators | undefined;
      readonly edge: Edge;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'shifted';
      readonly annotatorId: AnnotatorId;
      readonly edge: Edge;
      readonly pair?: PairOfAnnotators | undefined;
    }
  | {
      readonly kind: 'extra' | 'missing';
      readonly annotatorId: AnnotatorId;
      readonly pair?: PairOfAnnotators | undefined;
    }
  | {
      readonly kind: 'spans';
      readonly annotatorId: AnnotatorId | undefined;
      readonly label: LabelId | undefined;
      readonly pair?: PairOfAnnotators | undefined;
    }
  | {
      readonly kind: 'links';
      /** All links, or those only whose two ends are matched. */
      readonly which: 'all' | 'aligned';
      readonly type: LinkTypeId | undefined;
      readonly pair: PairOfAnnotators | undefined;
    }
  | {
      readonly kind: 'attribute';
      readonly label: LabelId;
      readonly attribute: AttributeId;
      readonly pair?: PairOfAnnotators | undefined;
    };

export type Edge = 'starts' | 'ends';
