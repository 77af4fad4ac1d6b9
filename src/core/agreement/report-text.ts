import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type Figure, type Outcome } from './figure.ts';
import { countOf, inWords, warningInWords } from './report-words.ts';
import { type AgreementReport, type GammaFigures, type LabelAgreement, type PairAgreement } from './report.ts';
import { SCHEMES } from './span-scores.ts';

/** What people call what the report knows by id. */
export interface ReportNames {
  readonly annotator: (id: AnnotatorId) => string;
  readonly label: (id: LabelId) => string;
  readonly attribute: (label: LabelId, id: AttributeId) => string;
  readonly linkType: (id: LinkTypeId) => string;
}

type Row = readonly string[];

const HEAD: Row = ['', 'value', '95 % interval', 'articles', 'n'];

/** The report as plain text in lines: tables first, then what was left out and how everything was computed. */
export function reportText(report: AgreementReport, names: ReportNames): string {
  const { counts, annotatorIds, labels, pairs, warnings } = report;
  const sections = [
    `Agreement of ${countOf(annotatorIds.length, 'annotator')} on ${countOf(counts.articles, 'article')} with ${countOf(counts.spans, 'span')}`,
    table([HEAD, ...headlineRows(report)]),
    ...labels.map((label) => labelSection(label, names)),
    `Pairs of annotators\n${pairTable(pairs, names)}`,
    linkSection(report, names),
    `What one annotator chose where another chose something else\n${confusionTable(report, names)}`,
    `Annotators\n${annotatorTable(report, names)}`,
    articleSection(report),
    leftOutSection(report, names),
    warnings.map((warning) => `Note: ${warningInWords(warning, names.label)}`).join('\n'),
    methodSection(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headlineRows({ headline }: AgreementReport): readonly Row[] {
  const { f1, gamma, unitizing, sets, continuum } = headline;
  return [
    ...SCHEMES.map((scheme) => figureRow(`Span F1, ${scheme}`, f1[scheme])),
    ...(gamma ? gammaRows(gamma) : []),
    figureRow('Unitizing α (uα), summed over labels', unitizing),
    figureRow('α of tokens, label sets, Jaccard', sets.jaccard),
    figureRow('α of tokens, label sets, MASI', sets.masi),
    figureRow('α of tokens, label sets, nominal', sets.nominal),
    ...(continuum.unitizing.reason === 'labels-overlap'
      ? []
      : [
          figureRow('uα, all labels on one continuum', continuum.unitizing),
          figureRow('|uα, marked or not', continuum.marking),
          figureRow('cuα, labels of what both marked', continuum.coding),
        ]),
  ];
}

function gammaRows({ gamma, category, samplingError, samples }: GammaFigures): readonly Row[] {
  const [name, ...rest] = figureRow('γ', gamma);
  const error = gamma.value === null ? '' : ` (±${samplingError.toFixed(3)} from ${samples} samples)`;
  return [[`${name}${error}`, ...rest], figureRow('γcat, labels of aligned spans', category)];
}

function labelSection(label: LabelAgreement, names: ReportNames): string {
  const name = names.label(label.label);
  if (label.spans.every((count) => count === 0)) return `${name}: nothing marked`;
  return `${name}\n${table([HEAD, ...labelRows(label, names)])}`;
}

function labelRows(agreement: LabelAgreement, names: ReportNames): readonly Row[] {
  const { label, f1, gamma, unitizing, coding, characters, tokens, attributes } = agreement;
  return [
    ...SCHEMES.map((scheme) => figureRow(`  Span F1, ${scheme}`, f1[scheme])),
    ...(gamma ? [figureRow('  γk', gamma)] : []),
    figureRow('  uα', unitizing),
    ...(coding.reason === 'labels-overlap' ? [] : [figureRow('  (k)uα', coding)]),
    ...[
      { of: characters, unit: 'characters' },
      { of: tokens, unit: 'tokens' },
    ].flatMap(({ of, unit }) => [
      figureRow(`  Cohen’s κ, ${unit}, mean of pairs`, of.cohen),
      figureRow(`  Fleiss’ κ, ${unit}`, of.fleiss),
      figureRow(`  Krippendorff’s α, ${unit}`, of.alpha),
    ]),
    ...attributes.flatMap(({ attribute, figures }) =>
      figures.map(({ distance, figure }) =>
        figureRow(`  α of ${names.attribute(label, attribute)}, ${distance}`, figure),
      ),
    ),
  ];
}

function pairTable(pairs: readonly PairAgreement[], names: ReportNames): string {
  const head = ['', 'strict', 'exact', 'partial', 'type', 'soft', 'uα', 'articles'];
  return table([
    head,
    ...pairs.map(({ one, other, f1, unitizing, articles }) => [
      `  ${names.annotator(one)} and ${names.annotator(other)}`,
      ...SCHEMES.map((scheme) => valueInWords(f1[scheme])),
      valueInWords(unitizing),
      `${articles}`,
    ]),
  ]);
}

function linkSection({ headline: { links } }: AgreementReport, names: ReportNames): string {
  if (links.types.length === 0) return '';
  const rows = [
    figureRow('  F1 of all links', links.all),
    figureRow('  F1 of links between matched spans', links.aligned),
    ...links.types.map(({ type, aligned }) => figureRow(`  ${names.linkType(type)}, between matched spans`, aligned)),
  ];
  return `Links\n${table([HEAD, ...rows])}`;
}

function confusionTable({ confusion, labelIds }: AgreementReport, names: ReportNames): string {
  const columns = [...labelIds.map(names.label), 'nothing'];
  return table([
    ['', ...columns],
    ...confusion.map((row, index) => [`  ${columns[index]!}`, ...row.map((count) => `${count}`)]),
  ]);
}

function annotatorTable({ annotators }: AgreementReport, names: ReportNames): string {
  const head = ['', 'articles', 'spans', 'mean length', 'extra', 'missing', 'starts', 'ends', 'strict F1'];
  return table([
    head,
    ...annotators.map((one) => [
      `  ${names.annotator(one.annotatorId)}`,
      `${one.articles}`,
      `${one.spans}`,
      number(one.meanLength, 1),
      number(one.extra, 3),
      number(one.missing, 3),
      number(one.startOffset, 1),
      number(one.endOffset, 1),
      valueInWords(one.strict),
    ]),
  ]);
}

const MOST_ARTICLES = 10;

function articleSection({ articles }: AgreementReport): string {
  if (articles.length === 0) return '';
  const rows = articles
    .slice(0, MOST_ARTICLES)
    .map(({ title, disagreements, f1, gamma }) => [
      `  ${title}`,
      `${disagreements}`,
      valueInWords(f1.strict),
      ...(gamma ? [valueInWords(gamma)] : []),
    ]);
  const head = ['', 'disagreements', 'strict F1', ...(articles[0]!.gamma ? ['γ'] : [])];
  return `Articles with the most disagreements\n${table([head, ...rows])}`;
}

function leftOutSection({ leftOut, progress }: AgreementReport, names: ReportNames): string {
  const count = (why: string): number => leftOut.filter((one) => one.why === why).length;
  const reasons = [
    [count('none-finished'), 'nobody has finished'],
    [count('one-finished'), 'one annotator has finished'],
    [count('corrected'), 'a corrected text takes the place of'],
  ] as const;
  const lines = [
    ...reasons.filter(([articles]) => articles > 0).map(([articles, why]) => `  ${articles} that ${why}`),
    ...progress.map(
      ({ annotatorId, done, inProgress, notStarted }) =>
        `  ${names.annotator(annotatorId)}: ${done} done, ${inProgress} in progress, ${notStarted} not started`,
    ),
  ];
  return `Articles left out, and how far annotators are\n${lines.join('\n')}`;
}

function methodSection({ method }: AgreementReport): string {
  const { settings, matching, tokens, chance, intervals } = method;
  const { gamma, seed, resamples } = settings;
  return [
    'How it was computed',
    `  ${matching}`,
    `  ${tokens}`,
    ...(gamma
      ? [`  γ: α = ${gamma.weights.position}, β = ${gamma.weights.category}, Δ∅ = ${gamma.weights.missing}. ${chance}`]
      : []),
    `  Intervals: ${intervals} ${resamples} resamples, seed ${seed}.`,
  ].join('\n');
}

function figureRow(name: string, figure: Figure): Row {
  const { interval, articles, n } = figure;
  const range = interval ? `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}` : '';
  return [name, valueInWords(figure), range, `${articles}`, `${Math.round(n)}`];
}

function valueInWords(outcome: Outcome): string {
  return outcome.value === null ? `– (${inWords(outcome.reason)})` : number(outcome.value, 3);
}

function number(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** Columns as wide as what is in them: the first to the left, the others to the right. */
function table(rows: readonly Row[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
