import { type LabelId } from '#core/labels/label-id.ts';
import { type GuidelineExample, guidelineOf, type Guidelines, type LabelGuideline } from './guidelines.ts';

/** The guidelines with this text in general, or about a label. */
export function withGuidelineText(guidelines: Guidelines, label: LabelId | undefined, text: string): Guidelines {
  if (label === undefined) return { ...guidelines, text };
  return withGuideline(guidelines, { ...guidelineOf(guidelines, label), text });
}

/** The guidelines with other examples for a label. */
export function withExamples(
  guidelines: Guidelines,
  label: LabelId,
  change: (examples: readonly GuidelineExample[]) => readonly GuidelineExample[],
): Guidelines {
  const guideline = guidelineOf(guidelines, label);
  return withGuideline(guidelines, { ...guideline, examples: change(guideline.examples) });
}

function withGuideline({ text, labels }: Guidelines, guideline: LabelGuideline): Guidelines {
  const at = labels.findIndex(({ label }) => label === guideline.label);
  return { text, labels: at < 0 ? [...labels, guideline] : labels.with(at, guideline) };
}
