import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { binInWords, offsetBins } from '../src/core/agreement/offset-bins.ts';
import { type Figure, type Outcome } from '../src/core/agreement/figure.ts';
import { inWords } from '../src/core/agreement/report-words.ts';
import { type AgreementReport, type GoldAgreement, type PairAgreement } from '../src/core/agreement/report.ts';
import { type Scheme } from '../src/core/agreement/span-scores.ts';

/** The report as a file has it. */
export type PrintedReport = AgreementReport & { readonly annotatorNames: readonly { id: string; name: string }[] };

/** A row of a table: its head, then what stands in each cell. */
export type Row = readonly string[];

/** What `npm run agreement` prints for a bundle. */
export async function printedAgreement(bundle: string, ...args: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spanmark-'));
  try {
    const path = join(folder, 'bundle.spanmark.json');
    await writeFile(path, bundle);
    return await new Promise((resolve, reject) => {
      const start = join('src', 'cli', 'start-agreement.mjs');
      const most = { maxBuffer: 1e8 };
      execFile(process.execPath, [start, path, '--json', ...args], most, (error, output, said) => {
        if (error) reject(new Error(`${error.message}\n${said}`));
        else resolve(output);
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The rows of a table of the screen; of a cell all numbers and words in it, with the interval below, one after the other. */
export async function shownRows(page: Page, table: string): Promise<readonly Row[]> {
  return page.getByRole('table', { name: table, exact: true }).evaluate((element) =>
    [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        const leaves = [...cell.querySelectorAll('*')].filter((inner) => inner.children.length === 0);
        const words = leaves.length > 0 ? leaves.map(({ textContent }) => textContent) : [cell.textContent];
        return words.filter((each) => each !== '').join(' ');
      }),
    ),
  );
}

/** A number as the screen writes it. */
function digits(value: number): string {
  const positive = Math.abs(value).toFixed(2);
  return value < 0 && positive !== '0.00' ? `−${positive}` : positive;
}

function figure(of: Figure | Outcome): string {
  if (of.value === null) return `– ${inWords(of.reason)}`;
  const interval = 'interval' in of ? of.interval : undefined;
  return interval ? `${digits(of.value)} ${digits(interval.low)} to ${digits(interval.high)}` : digits(of.value);
}

function articles(count: number): string {
  return `${count} article${count === 1 ? '' : 's'}`;
}

function nameIn({ annotatorNames }: PrintedReport, id: string): string {
  return annotatorNames.find((one) => one.id === id)!.name;
}

/** The matrix of pairs by a scheme. */
export function pairRows(report: PrintedReport, scheme: Scheme): readonly Row[] {
  return report.annotatorIds.map((row) => [
    nameIn(report, row),
    ...report.annotatorIds.map((column) => {
      const pair = report.pairs.find(
        ({ one, other }) => (one === row && other === column) || (one === column && other === row),
      );
      return pair ? `${figure(pair.f1[scheme])} ${articles(pair.articles)}` : '';
    }),
  ]);
}

/** Each label, without its name. */
export function labelRows(report: PrintedReport): readonly Row[] {
  return report.labels.map(({ spans, f1, unitizing, gamma, tokens }) => [
    `${spans.reduce((sum, each) => sum + each, 0)}`,
    ...[f1.strict, f1.partial, unitizing, gamma!, tokens.cohen, tokens.alpha].map(figure),
  ]);
}

/** Counts of labels, the last corner left out. */
export function confusionRows(confusion: AgreementReport['confusion']): readonly Row[] {
  const last = confusion.length - 1;
  return confusion.map((row, at) => row.map((count, column) => (at === last && column === last ? '' : `${count}`)));
}

/** The histogram of starts and ends. */
export function boundaryRows({ offsets }: Pick<PairAgreement, 'offsets'>): readonly Row[] {
  const ends = offsetBins(offsets.ends);
  return offsetBins(offsets.starts).map((bin, at) => [binInWords(bin), `${bin.count}`, `${ends[at]!.count}`]);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

function signed(value: number | null): string {
  if (value === null) return '–';
  const [words, sign] = [Math.abs(value).toFixed(1), value < 0 ? '−' : '+'];
  return words === '0.0' ? words : `${sign}${words}`;
}

/** What every annotator tends to. */
export function annotatorRows(report: PrintedReport): readonly Row[] {
  return report.annotators.map((one) => [
    nameIn(report, one.annotatorId),
    `${one.articles}`,
    `${one.spans}`,
    one.meanLength === null ? '–' : one.meanLength.toFixed(1),
    percent(one.extra),
    percent(one.missing),
    signed(one.startOffset),
    signed(one.endOffset),
    figure(one.strict),
  ]);
}

/** Every article. */
export function articleRows(report: PrintedReport): readonly Row[] {
  return report.articles.map(({ title, annotators, disagreements, f1, gamma }) => [
    title,
    `${annotators.length}`,
    `${disagreements}`,
    figure(f1.strict),
    figure(f1.partial),
    figure(gamma!),
  ]);
}

/** How agreement changes, without the days. */
export function curveRows({ curve }: PrintedReport): readonly Row[] {
  return curve.map(({ articleIds, f1, unitizing }) => [
    `${articleIds.length}`,
    figure(f1.strict),
    figure(f1.partial),
    figure(unitizing),
  ]);
}

/** All figures about all labels, without their names. */
export function headlineRows({ headline }: PrintedReport): readonly Row[] {
  const { f1, gamma, unitizing, earlier, sets, continuum } = headline;
  return [
    f1.strict,
    f1.exact,
    f1.partial,
    f1.type,
    f1.soft,
    gamma!.gamma,
    gamma!.category,
    unitizing,
    earlier,
    sets.jaccard,
    sets.masi,
    sets.nominal,
    ...(continuum.unitizing.reason === 'labels-overlap'
      ? []
      : [continuum.unitizing, continuum.marking, continuum.coding]),
  ].map((each) => [figure(each), articles(each.articles)]);
}

/** What is said about spans, without the names. */
export function attributeRows({ labels }: PrintedReport): readonly Row[] {
  return labels
    .flatMap(({ attributes }) => attributes.flatMap(({ figures }) => figures))
    .map((each) => [figure(each.figure), articles(each.figure.articles)]);
}

/** Each annotator against gold. */
export function goldRows(report: PrintedReport): readonly Row[] {
  return report.gold!.map((one) => [
    nameIn(report, one.annotatorId),
    `${one.articles}`,
    `${one.spans}`,
    `${one.goldSpans}`,
    ...[one.f1.strict, one.precision, one.recall, one.f1.partial, one.unitizing, one.gamma!.gamma].map(figure),
  ]);
}

/** The same by label, without the names of labels. */
export function goldLabelRows(report: PrintedReport): readonly Row[] {
  return report.gold!.flatMap((one: GoldAgreement) =>
    one.labels
      .filter(({ spans }) => spans.some((count) => count > 0))
      .map(({ f1, unitizing, tokens }) => [
        nameIn(report, one.annotatorId),
        ...[f1.strict, f1.partial, unitizing, tokens.cohen].map(figure),
      ]),
  );
}
