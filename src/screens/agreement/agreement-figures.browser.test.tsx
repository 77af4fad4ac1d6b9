import '#ui/tokens.css';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { agreementReport, DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { judged } from '#core/agreement/agreement.arbitrary.ts';
import { finish } from '#core/agreement/progress.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { NEWS_TEXT, newsLayers } from '#core/alignment/compared.arbitrary.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { idleStores } from '#state/idle-stores.arbitrary.ts';
import { type LaterStores } from '#state/later-stores.ts';
import { StoresContext, type Stores } from '#state/react.tsx';
import { AgreementFigures } from './agreement-figures.tsx';
import { BoundaryTable } from './boundary-table.tsx';
import { ConfusionTable } from './confusion-table.tsx';
import { CurveTable } from './curve-table.tsx';
import { GammaSampling } from './gamma-sampling.tsx';
import { GoldTable } from './gold-table.tsx';
import { PairMatrix } from './pair-matrix.tsx';

const [A, B, C] = newsLayers().map(({ spans }) => spans.map(({ id }) => id as string));
const QUICK = { ...DEFAULT_SETTINGS, gamma: undefined };
const NEWS = finish(agreementReport(judged([{ id: 'news', text: NEWS_TEXT, spans: { A: A!, B: B!, C: C! } }]), QUICK));

let stores: Stores & LaterStores;
beforeEach(() => {
  stores = idleStores();
  const annotators = ['A', 'B', 'C'].map((id, index) => ({ id: id as AnnotatorId, name: ['Ada', 'Bo', 'Cy'][index]! }));
  stores.session.setState({ annotators });
});

function draw(part: React.ReactNode) {
  return render(<StoresContext value={stores}>{part}</StoresContext>);
}

function cells(table: string): readonly (readonly string[])[] {
  const element = page.getByRole('table', { name: table, exact: true }).element();
  return [...element.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.querySelector('button, span')?.textContent ?? ''),
  );
}

test('the matrix has the number of each pair on both sides, darker where they agree more', async () => {
  await draw(<PairMatrix report={NEWS} />);
  expect(cells('Pairs of annotators')).toEqual([
    ['', '0.40', '0.40'],
    ['0.40', '', '0.20'],
    ['0.40', '0.20', ''],
  ]);
  await userEvent.selectOptions(page.getByLabelText('What counts as the same'), 'type: same label, any overlap');
  expect(cells('Pairs of annotators')[0]).toEqual(['', '0.80', '1.00']);
  expect(shade(/^1\.00, Ada and Cy/)).not.toBe(shade(/^0\.80, Ada and Bo/));
});

function shade(name: RegExp): string {
  return getComputedStyle(page.getByRole('button', { name }).first().element().closest('td')!).backgroundColor;
}

test('a cell of the matrix asks for what the two disagree on', async () => {
  const lookBehind = vi.fn(() => Promise.resolve());
  stores.agreement.setState({ lookBehind });
  await draw(<PairMatrix report={NEWS} />);
  await page.getByRole('button', { name: '0.20, Bo and Cy: show the spans' }).first().click();
  expect(lookBehind).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      kind: 'disagreements',
      pair: expect.objectContaining({ one: 'B', other: 'C' }) as unknown,
    }),
    'What Bo and Cy disagree on',
  );
});

test('the labels of all pairs, and of one, with nothing as a label of its own', async () => {
  await draw(<ConfusionTable report={NEWS} />);
  expect(cells('Labels for the same thing')).toEqual([
    ['6', '0', '0', '2'],
    ['0', '4', '0', '2'],
    ['0', '0', '3', '0'],
    ['2', '2', '0', ''],
  ]);
  await userEvent.selectOptions(page.getByLabelText('Annotators'), 'Ada and Bo');
  expect(cells('Labels for the same thing')).toEqual([
    ['2', '0', '0', '0'],
    ['0', '1', '0', '1'],
    ['0', '0', '1', '0'],
    ['1', '0', '0', ''],
  ]);
});

test('the histogram says in numbers what its bars show', async () => {
  await draw(<BoundaryTable report={NEWS} />);
  await userEvent.selectOptions(page.getByLabelText('Annotators'), 'Ada and Bo');
  const table = page.getByRole('table', { name: 'Boundaries' }).element();
  const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
  );
  expect(rows.filter(([, starts, ends]) => starts !== '0' || ends !== '0')).toEqual([
    ['−5 to −3', '1', '0'],
    ['0', '2', '4'],
    ['6 to 10', '1', '0'],
  ]);
  const bar = (row: number, edge: string): number =>
    table.querySelectorAll('tbody tr')[row]!.querySelector(`[data-edge="${edge}"]`)!.getBoundingClientRect().width;
  expect(bar(6, 'ends')).toBeCloseTo(2 * bar(6, 'starts'), 0);
});

test('what has no value is a dash with the reason, and few articles have no intervals', async () => {
  await draw(<AgreementFigures report={NEWS} />);
  await expect.element(page.getByText('With 1 article there are no intervals; ten are needed.')).toBeVisible();
  const input = judged([{ id: 'empty', text: 'Nothing here.', spans: { A: [], B: [] } }]);
  await draw(<PairMatrix report={finish(agreementReport(input, QUICK))} />);
  await expect.element(page.getByText('nothing marked').first()).toBeVisible();
});

test.each<[string, AgreementReport, string]>([
  ['nobody', reportOf({}), 'Nobody has annotated an article yet.'],
  ['one annotator', reportOf({ A: 'done' }), 'Only one annotator has annotated anything.'],
  ['two of whom one is not done', reportOf({ A: 'done', B: 'in-progress' }), 'Compare layers in progress too'],
])('with %s it says what to do', async (_who, report, words) => {
  await draw(<AgreementFigures report={report} />);
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(page.getByRole('table')).not.toBeInTheDocument();
});

function reportOf(statuses: Readonly<Record<string, 'done' | 'in-progress'>>): AgreementReport {
  const spans = Object.fromEntries(Object.keys(statuses).map((id) => [id, ['entity 0-3']]));
  return finish(agreementReport(judged([{ id: 'one', text: 'Ada met Bo.', spans, statuses }]), QUICK));
}

/** Twenty articles, one a day; in the second half two people agree. Gold of the first has what Ada marked. */
function overTime(): AgreementReport {
  const input = judged(
    Array.from({ length: 20 }, (_, day) => ({
      id: `a${day}`,
      text: 'Ada met Bo in Rome.',
      spans: { A: ['entity 0-3'], B: [day < 10 ? 'entity 8-10' : 'entity 0-3'] },
      at: `2024-06-${day + 10}T09:30:00.000Z`,
    })),
  );
  const gold = [{ ...input.layers[0]!, annotatorId: 'gold' as AnnotatorId }];
  return finish(agreementReport({ ...input, gold }, { ...QUICK, resamples: 0, includesGold: true }));
}

test('the curve over time is drawn as lines that differ in dashes, and its table leads to the articles of each group', async () => {
  const lookBehind = vi.fn(() => Promise.resolve());
  stores.agreement.setState({ lookBehind });
  await draw(<CurveTable report={overTime()} />);
  expect(cells('Over time').map(([articles, strict]) => [articles, strict])).toEqual([
    ['5', '0.00'],
    ['5', '0.00'],
    ['5', '1.00'],
    ['5', '1.00'],
  ]);
  const section = page.getByRole('region', { name: 'Over time' }).element();
  const lines = [...section.querySelectorAll('g[data-line] > g > path:first-child')];
  expect(new Set(lines.map((line) => getComputedStyle(line).strokeDasharray)).size).toBe(3);
  expect(new Set(lines.map((line) => getComputedStyle(line).stroke)).size).toBe(3);
  await page.getByRole('button', { name: /^0\.00, Strict F1, 10 Jun 2024 to 14 Jun 2024/ }).click();
  expect(lookBehind).toHaveBeenCalledExactlyOnceWith(
    { kind: 'disagreements', articleIds: ['a0', 'a1', 'a2', 'a3', 'a4'] },
    'What annotators disagree on in articles finished 10 Jun 2024 to 14 Jun 2024',
  );
});

test('annotators stand against gold where that was asked for, and else there is a way to it', async () => {
  const report = overTime();
  await draw(<GoldTable report={report} />);
  expect(cells('Annotators against gold').map((row) => row.slice(0, 6))).toEqual([
    ['1', '1', '1', '1.00', '1.00', '1.00'],
    ['1', '1', '1', '0.00', '0.00', '0.00'],
  ]);
  await userEvent.selectOptions(page.getByLabelText('Annotator against gold'), 'Bo');
  expect(cells('Labels against gold')[0]!.at(-1)).toBe('1');
  const choose = vi.fn(() => Promise.resolve());
  stores.agreement.setState({ choose });
  await draw(<GoldTable report={{ ...report, gold: undefined }} />);
  await expect.element(page.getByText('1 article is reviewed.')).toBeVisible();
  await page.getByRole('button', { name: 'Compare annotators with gold too' }).click();
  expect(choose).toHaveBeenCalledExactlyOnceWith({ includesGold: true });
});

function told(samples: number) {
  return { samples, value: 0.5 + 0.1 / samples, error: 0.1 / samples };
}

test('γ is told as far as it is known while chance is sampled, with a picture once it varies', async () => {
  await draw(<GammaSampling />);
  stores.agreement.setState({ progress: { step: 'gamma', done: 1, of: 9 }, sampling: [told(1)] });
  await expect.element(page.getByText('γ is 0.60 after 1 sample of chance in each article.')).toBeVisible();
  expect(document.querySelector('figure svg')).toBeNull();
  stores.agreement.setState({ sampling: [told(1), told(2), told(4)] });
  await expect.element(page.getByText('γ is 0.53 ± 0.049 after 4 samples of chance in each article.')).toBeVisible();
  expect(document.querySelectorAll('figure svg path')).toHaveLength(2);
  stores.agreement.setState({ progress: { step: 'intervals', done: 1, of: 9 } });
  await expect.element(page.getByText(/^γ is/)).not.toBeInTheDocument();
});
