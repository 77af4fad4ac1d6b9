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
  const element = page.getByRole('table', { name: table }).element();
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
