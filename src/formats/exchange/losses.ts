import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type LinkId } from '#core/spans/link.ts';
import { type SpanId } from '#core/spans/span.ts';

/**
 * Why something is not in a file as it is in the project. The ones that end with `-dropped` are gone from it; the others are
 * there in another form. ../README.md tells each in a sentence.
 */
export const LOSS_REASONS = [
  'label-dropped',
  'overlap-dropped',
  'nested-dropped',
  'discontinuous-dropped',
  'discontinuous-joined',
  'discontinuous-split',
  'zero-length-dropped',
  'not-on-token-boundary',
  'crosses-sentence',
  'trimmed-whitespace',
  'split-at-newline',
  'attribute-dropped',
  'attribute-changed',
  'note-dropped',
  'link-dropped',
  'link-endpoint-dropped',
  'annotator-dropped',
  'annotator-name-dropped',
  'times-dropped',
  'origin-dropped',
  'status-dropped',
  'about-dropped',
  'pages-dropped',
  'guidelines-dropped',
  'label-set-dropped',
  'decision-dropped',
  'thread-dropped',
  'text-dropped',
  'ids-dropped',
  'label-renamed',
  'control-character-replaced',
  'duplicate-merged',
  'astral-offset-ambiguous',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

/** One thing that a file does not hold as the project does. What it is about is named by the ids that are given. */
export interface Loss {
  readonly reason: LossReason;
  readonly articleId?: ArticleId;
  readonly annotatorId?: AnnotatorId;
  readonly spanId?: SpanId;
  readonly linkId?: LinkId;
  /** Id of the attribute that is concerned. */
  readonly attribute?: string;
  /** The words of the span, the name of the label, or whatever shows a reader what is meant. */
  readonly detail: string;
}

/** Takes losses while something is written. */
export interface LossLog {
  readonly add: (loss: Loss) => void;
}

/** Losses of one reason. */
export interface LossGroup {
  readonly reason: LossReason;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly Loss[];
}

/** So many examples of a reason are kept. */
const EXAMPLES = 5;

/** A log that counts each reason and keeps its first examples, so that it stays small however much is lost. */
export function createLossReport(): LossLog & { readonly groups: () => readonly LossGroup[] } {
  const groups = new Map<LossReason, { count: number; readonly examples: Loss[] }>();
  return {
    add: (loss) => {
      const group = groups.get(loss.reason) ?? { count: 0, examples: [] };
      groups.set(loss.reason, group);
      group.count += 1;
      if (group.examples.length < EXAMPLES) group.examples.push(loss);
    },
    groups: () =>
      LOSS_REASONS.flatMap((reason) => {
        const group = groups.get(reason);
        return group ? [{ reason, ...group }] : [];
      }),
  };
}

/** A log that keeps every loss. */
export function createLossList(): LossLog & { readonly all: readonly Loss[] } {
  const all: Loss[] = [];
  return { all, add: (loss) => void all.push(loss) };
}
