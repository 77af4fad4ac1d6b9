import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type BoundaryOffsets } from './boundary-offsets.ts';
import { type AnnotatorProgress, type ChangedSince, type ComparisonChoice, type LeftOutArticle } from './compared.ts';
import { type Figure, type Outcome } from './figure.ts';
import { type ConfusionTable } from './label-confusion.ts';
import { type GammaSettings } from './measure-gamma.ts';
import { type Scheme, type SpanScores } from './span-scores.ts';
import { type ValueDistance } from './statistic-attributes.ts';

/** All that the figures depend on besides the layers. The same settings give the same report to the last digit. */
export interface AgreementSettings extends ComparisonChoice {
  readonly seed: number;
  /** How often articles are drawn anew for the intervals; 0 for none. */
  readonly resamples: number;
  /** Whether each annotator is compared with gold of the reviewed articles too, which changes no other figure. */
  readonly includesGold: boolean;
  /** Undefined leaves γ out, which takes most of the time. */
  readonly gamma: GammaSettings | undefined;
}

/** How the figures were computed, in settings and in words. */
export interface Method {
  readonly settings: AgreementSettings;
  readonly tokens: string;
  readonly chance: string;
  readonly matching: string;
  readonly intervals: string;
}

export type SchemeFigures = Readonly<Record<Scheme, Figure>>;

/** γ with how far it may be off because chance was sampled. */
export interface GammaFigures {
  readonly gamma: Figure;
  /** How well labels agree where spans are aligned. */
  readonly category: Figure;
  /** Standard error that is left from sampling; more samples make it smaller, more articles the interval. */
  readonly samplingError: number;
  readonly samples: number;
  /** Compared articles whose best alignment was not found in time and that γ leaves out. */
  readonly leftOut: readonly ArticleId[];
  /** Articles on which only one annotator has spans: they agree no better and no worse than chance. */
  readonly withoutChance: number;
}

/** The coefficients over characters or tokens for one label. */
export interface TextFigures {
  /** Cohen's κ, the mean of all pairs. */
  readonly cohen: Figure;
  /** Over articles that every annotator finished. */
  readonly fleiss: Figure;
  readonly alpha: Figure;
  /** Which share of the text has the label, the mean over annotators: far below a half, κ says little by itself. */
  readonly share: number;
}

export interface AttributeAgreement {
  readonly attribute: AttributeId;
  /** Krippendorff's α by the distance of values: `nominal`, or `jaccard` and `masi` for sets. */
  readonly figures: readonly { readonly distance: ValueDistance; readonly figure: Figure }[];
}

export interface LabelAgreement {
  readonly label: LabelId;
  /** Spans of each annotator. */
  readonly spans: readonly number[];
  readonly f1: SchemeFigures;
  /** γk; undefined where γ was not asked for. */
  readonly gamma: Figure | undefined;
  readonly unitizing: Figure;
  /** αU of 1995. */
  readonly earlier: Figure;
  /** (k)uα, where no annotator's spans of different labels overlap. */
  readonly coding: Figure;
  readonly characters: TextFigures;
  readonly tokens: TextFigures;
  readonly attributes: readonly AttributeAgreement[];
}

export interface PairLabelAgreement {
  readonly label: LabelId;
  readonly f1: SchemeFigures;
  readonly characters: Figure;
  readonly tokens: Figure;
  readonly unitizing: Figure;
}

/** Two annotators; without a common article all figures are without a value. */
export interface PairAgreement {
  readonly one: AnnotatorId;
  readonly other: AnnotatorId;
  readonly articles: number;
  readonly f1: SchemeFigures;
  readonly unitizing: Figure;
  readonly links: Figure;
  readonly labels: readonly PairLabelAgreement[];
  /** Rows by what `one` chose. */
  readonly confusion: ConfusionTable;
  /** Of `other` as seen from `one`. */
  readonly offsets: BoundaryOffsets;
}

export interface LinkAgreement {
  /** Of all links, and of those only whose ends are matched. */
  readonly all: Figure;
  readonly aligned: Figure;
  readonly types: readonly { readonly type: LinkTypeId; readonly all: Figure; readonly aligned: Figure }[];
}

export interface ArticleAgreement {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly annotators: readonly { readonly annotatorId: AnnotatorId; readonly spans: number }[];
  /** Spans without an equal one, over all pairs: what there is to talk about. */
  readonly disagreements: number;
  readonly f1: Readonly<Record<Scheme, Outcome>>;
  readonly gamma: Outcome | undefined;
  readonly gammaSamplingError: number;
  /** The sums that figures are made of, so that anybody can compute them anew. */
  readonly pairs: readonly ({ readonly one: AnnotatorId; readonly other: AnnotatorId } & SpanScores)[];
}

/** How one annotator differs from the others, see `Tendency` for what is counted. Means are null without anything to average. */
export interface AnnotatorTendency {
  readonly annotatorId: AnnotatorId;
  readonly articles: number;
  readonly spans: number;
  readonly spansByLabel: readonly number[];
  readonly meanLength: number | null;
  /** Share of the annotator's spans for which another has nothing, and of others' spans for which the annotator has nothing. */
  readonly extra: number | null;
  readonly missing: number | null;
  /** How far to the right of others' the annotator's spans start and end, in UTF-16 code units; negative is to the left. */
  readonly startOffset: number | null;
  readonly endOffset: number | null;
  /** Strict F1, the mean over the pairs that the annotator is in. */
  readonly strict: Outcome;
}

/**
 * One annotator against gold of the reviewed articles that the annotator has finished. Gold is made from what annotators
 * marked, so these figures are higher than against an answer that nobody of them had a part in.
 */
export interface GoldAgreement {
  readonly annotatorId: AnnotatorId;
  /** The labels that `labels` and `confusion` are of, in their order. */
  readonly labelIds: readonly LabelId[];
  readonly articles: number;
  readonly spans: number;
  readonly goldSpans: number;
  readonly f1: SchemeFigures;
  /** Which share of the annotator's spans gold has with the same ranges and label, and of gold's the annotator. */
  readonly precision: Outcome;
  readonly recall: Outcome;
  readonly gamma: GammaFigures | undefined;
  readonly unitizing: Figure;
  readonly links: LinkAgreement;
  readonly labels: readonly LabelAgreement[];
  /** Rows by gold. */
  readonly confusion: ConfusionTable;
  /** Of the annotator as seen from gold. */
  readonly offsets: BoundaryOffsets;
  /** How the annotator differs from gold. */
  readonly tendency: AnnotatorTendency;
}

/** What whoever reads a figure has to know. */
export type Warning =
  | { readonly kind: 'few-articles'; readonly articles: number }
  | { readonly kind: 'rare-label'; readonly label: LabelId; readonly share: number }
  | { readonly kind: 'overlaps-merged'; readonly count: number }
  | { readonly kind: 'twins-left-out'; readonly count: number }
  | { readonly kind: 'gamma-incomplete'; readonly articles: number };

/** All about agreement as plain data; what screens, files and the command line show comes from here. */
export interface AgreementReport {
  readonly method: Method;
  readonly annotatorIds: readonly AnnotatorId[];
  readonly labelIds: readonly LabelId[];
  readonly counts: {
    readonly articles: number;
    readonly spans: number;
    readonly characters: number;
    readonly tokens: number;
  };
  readonly headline: {
    readonly f1: SchemeFigures;
    readonly gamma: GammaFigures | undefined;
    /** uα summed over labels. */
    readonly unitizing: Figure;
    /** αU of 1995 over all labels, for comparison with what was published by it. */
    readonly earlier: Figure;
    /** Krippendorff's α over tokens with sets of labels. */
    readonly sets: { readonly nominal: Figure; readonly jaccard: Figure; readonly masi: Figure };
    /** All labels on one continuum: uα, |uα and cuα. */
    readonly continuum: { readonly unitizing: Figure; readonly marking: Figure; readonly coding: Figure };
    readonly links: LinkAgreement;
  };
  readonly labels: readonly LabelAgreement[];
  readonly pairs: readonly PairAgreement[];
  /** Those with the most disagreements first. */
  readonly articles: readonly ArticleAgreement[];
  /** Over all pairs, the same on both sides of the diagonal. */
  readonly confusion: ConfusionTable;
  readonly offsets: BoundaryOffsets;
  readonly annotators: readonly AnnotatorTendency[];
  /** F1 by scheme and summed uα over time; empty where there is too little. */
  readonly curve: readonly {
    readonly from: string;
    readonly to: string;
    readonly articleIds: readonly ArticleId[];
    readonly f1: Readonly<Record<Scheme, Outcome>>;
    readonly unitizing: Outcome;
  }[];
  /** How many articles have gold, compared with it or not. */
  readonly reviewed: number;
  /** Undefined where it was not asked for. */
  readonly gold: readonly GoldAgreement[] | undefined;
  readonly leftOut: readonly LeftOutArticle[];
  /** Layers left out since they were changed after review of their article had begun. */
  readonly changedSince: readonly ChangedSince[];
  readonly progress: readonly AnnotatorProgress[];
  readonly warnings: readonly Warning[];
}
