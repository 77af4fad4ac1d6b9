import { chanceModel } from './gamma-chance.ts';
import { type Speech } from './report-speech.ts';
import { type AgreementSettings, type Method } from './report.ts';
import { tokenRule } from './tokens.ts';

/** How figures are computed by these settings. */
export function methodOf(settings: AgreementSettings, speech: Speech): Method {
  const { t } = speech;
  return {
    settings,
    tokens: tokenRule(speech),
    chance: chanceModel(speech),
    matching: t`Spans of two annotators are matched one to one so that most have the same label and place, then the same label, then the same place, then most text in common; spans of different labels only where they share at least half of their text.`,
    intervals: t`The middle 95 % of the figure over articles drawn with replacement, as many as there are; the annotators are taken as given.`,
  };
}
