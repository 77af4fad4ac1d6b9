import { expect, test } from 'vitest';
import { agreementReport, DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { judged, textOf } from '#core/agreement/agreement.arbitrary.ts';
import { finish, type ReportProgress } from '#core/agreement/progress.ts';
import { finishWithHelp } from './finish-with-help.ts';

/** Three annotators whose spans overlap so much that a search of one step cannot align them. */
const INPUT = judged([
  {
    id: 'a',
    text: textOf(60),
    spans: {
      A: ['entity 0-20', 'entity 5-25', 'claim 10-30', 'claim 15-35'],
      B: ['entity 2-22', 'claim 7-27', 'entity 12-32', 'claim 17-40'],
      C: ['claim 1-21', 'entity 6-28', 'claim 11-31', 'entity 16-38'],
    },
  },
]);
const gamma = { ...DEFAULT_SETTINGS.gamma!, samples: 5 };
const SETTINGS = { ...DEFAULT_SETTINGS, resamples: 0, gamma };
const IMPATIENT = { ...SETTINGS, gamma: { ...gamma, mostNodes: 0 } };

test('what the search gives up is solved by a program, with the same γ to the last digits', async () => {
  const told: ReportProgress[] = [];
  const helped = await finishWithHelp(agreementReport(INPUT, IMPATIENT), (progress) => told.push(progress));
  const patient = finish(agreementReport(INPUT, SETTINGS));
  expect(helped.headline.gamma!.leftOut).toEqual([]);
  expect(helped.headline.gamma!.gamma.value).toBeCloseTo(patient.headline.gamma!.gamma.value!, 9);
  expect(told.filter(({ wantsSolver }) => wantsSolver)).toHaveLength(1);
});

test('without a solver it is left out, and that is told', () => {
  const { headline, warnings } = finish(agreementReport(INPUT, IMPATIENT));
  expect(headline.gamma!.leftOut).toEqual(['a']);
  expect(headline.gamma!.gamma.value).toBeNull();
  expect(warnings).toContainEqual({ kind: 'gamma-incomplete', articles: 1 });
});

test('a report that needs no solver asks for none, and tells γ after every sample', async () => {
  const told: ReportProgress[] = [];
  const report = await finishWithHelp(agreementReport(INPUT, SETTINGS), (progress) => told.push(progress));
  expect(told.some(({ wantsSolver }) => wantsSolver)).toBe(false);
  const soFar = told.flatMap((progress) => progress.gamma ?? []);
  expect(soFar.map(({ samples }) => samples)).toEqual([1, 2, 3, 4]);
  expect(soFar.at(-1)!.error).toBeGreaterThan(0);
  const { value } = report.headline.gamma!.gamma;
  expect(Math.abs(soFar.at(-1)!.value! - value!)).toBeLessThan(0.3);
});
