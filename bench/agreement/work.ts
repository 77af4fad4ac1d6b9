import { agreementReport, DEFAULT_SETTINGS } from '../../src/core/agreement/agreement-report.ts';
import { type AgreementReport, type AgreementSettings } from '../../src/core/agreement/report.ts';
import { newsToCompare, type NewsSize } from './news.ts';

/** How long a report took, in milliseconds: in all, and by step. */
export interface Timed {
  readonly whole: number;
  readonly steps: ReadonlyMap<string, number>;
  /** The longest time between two reports of how far it is: so long a worker cannot be told anything. */
  readonly longestStep: number;
  readonly report: AgreementReport;
}

/** Makes articles of this size and times the report on them by the clock, which gives milliseconds: without γ, and with it. */
export function timeAgreement(
  size: NewsSize,
  clock: () => number,
): { readonly withoutGamma: Timed; readonly withGamma: Timed } {
  const input = newsToCompare(size, 1);
  const timed = (settings: AgreementSettings): Timed => {
    const steps = new Map<string, number>();
    const started = clock();
    let [last, longestStep] = [started, 0];
    let step = 'comparison';
    const work = agreementReport(input, settings);
    for (;;) {
      const next = work.next();
      const at = clock();
      steps.set(step, (steps.get(step) ?? 0) + at - last);
      longestStep = Math.max(longestStep, at - last);
      last = at;
      if (next.done) return { whole: at - started, steps, longestStep, report: next.value };
      ({ step } = next.value);
    }
  };
  return { withoutGamma: timed({ ...DEFAULT_SETTINGS, gamma: undefined }), withGamma: timed(DEFAULT_SETTINGS) };
}
