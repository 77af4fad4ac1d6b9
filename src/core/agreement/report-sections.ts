import { labelFigures, headlineFigures, linkFigures, type NamedFigure } from './named-figures.ts';
import { type ReportNames } from './report-names.ts';
import {
  countOf,
  inNumbers,
  intervalInNumbers,
  leftOutInWords,
  outcomeInWords,
  warningInWords,
} from './report-words.ts';
import { type AgreementReport, type LabelAgreement } from './report.ts';
import { SCHEMES } from './span-scores.ts';

/** A part of the report for a file: a table, lines, or both. */
export interface ReportSection {
  readonly title: string;
  /** The first is of the rows' names. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly string[];
}

const FIGURE_COLUMNS = ['', 'value', '95 % interval', 'articles', 'n'];

/** What the report is about, in one line. */
export function reportTitle({ counts, annotatorIds }: AgreementReport): string {
  return `Agreement of ${countOf(annotatorIds.length, 'annotator')} on ${countOf(counts.articles, 'article')} with ${countOf(counts.spans, 'span')}`;
}

/**
 * The report in parts: tables first, then what was left out and how everything was computed. `mostArticles` are listed, those
 * with the most disagreements first.
 */
export function reportSections(
  report: AgreementReport,
  names: ReportNames,
  mostArticles: number,
): readonly ReportSection[] {
  const links = linkFigures(report, names);
  const sections = [
    figureSection('All labels', headlineFigures(report)),
    ...report.labels.map((label) => labelSection(label, names)),
    pairSection(report, names),
    ...(links.length > 0 ? [figureSection('Links', links)] : []),
    confusionSection(report, names),
    annotatorSection(report, names),
    articleSection(report, mostArticles),
    linesSection('Articles left out, and how far annotators are', leftOutInWords(report, names)),
    linesSection(
      'Notes',
      report.warnings.map((warning) => warningInWords(warning, names.label)),
    ),
    linesSection('How it was computed', methodLines(report)),
  ];
  return sections.filter(({ rows, lines, columns }) => rows.length + lines.length > 0 || columns.length === 0);
}

function figureSection(title: string, figures: readonly NamedFigure[]): ReportSection {
  return { title, columns: FIGURE_COLUMNS, rows: figures.map(figureRow), lines: [] };
}

function figureRow([name, figure]: NamedFigure): readonly string[] {
  const { articles, n } = figure;
  return [name, outcomeInWords(figure), intervalInNumbers(figure), `${articles}`, `${Math.round(n)}`];
}

function linesSection(title: string, lines: readonly string[]): ReportSection {
  return { title, columns: FIGURE_COLUMNS, rows: [], lines };
}

function labelSection(label: LabelAgreement, names: ReportNames): ReportSection {
  const name = names.label(label.label);
  const isMarked = label.spans.some((count) => count > 0);
  if (!isMarked) return { title: `${name}: nothing marked`, columns: [], rows: [], lines: [] };
  return figureSection(name, labelFigures(label, names));
}

function pairSection({ pairs }: AgreementReport, names: ReportNames): ReportSection {
  return {
    title: 'Pairs of annotators',
    columns: ['', ...SCHEMES, 'uα', 'articles'],
    rows: pairs.map(({ one, other, f1, unitizing, articles }) => [
      `${names.annotator(one)} and ${names.annotator(other)}`,
      ...SCHEMES.map((scheme) => outcomeInWords(f1[scheme])),
      outcomeInWords(unitizing),
      `${articles}`,
    ]),
    lines: [],
  };
}

function confusionSection({ confusion, labelIds }: AgreementReport, names: ReportNames): ReportSection {
  const columns = [...labelIds.map(names.label), 'nothing'];
  return {
    title: 'What one annotator chose where another chose something else',
    columns: ['', ...columns],
    rows: confusion.map((row, index) => [columns[index]!, ...row.map((count) => `${count}`)]),
    lines: [],
  };
}

function annotatorSection({ annotators }: AgreementReport, names: ReportNames): ReportSection {
  return {
    title: 'Annotators',
    columns: ['', 'articles', 'spans', 'mean length', 'extra', 'missing', 'starts', 'ends', 'strict F1'],
    rows: annotators.map((one) => [
      names.annotator(one.annotatorId),
      `${one.articles}`,
      `${one.spans}`,
      inNumbers(one.meanLength, 1),
      inNumbers(one.extra, 3),
      inNumbers(one.missing, 3),
      inNumbers(one.startOffset, 1),
      inNumbers(one.endOffset, 1),
      outcomeInWords(one.strict),
    ]),
    lines: [],
  };
}

function articleSection({ articles }: AgreementReport, most: number): ReportSection {
  const hasGamma = articles[0]?.gamma !== undefined;
  return {
    title: articles.length > most ? 'Articles with the most disagreements' : 'Articles',
    columns: ['', 'disagreements', 'strict F1', ...(hasGamma ? ['γ'] : [])],
    rows: articles
      .slice(0, most)
      .map(({ title, disagreements, f1, gamma }) => [
        title,
        `${disagreements}`,
        outcomeInWords(f1.strict),
        ...(gamma ? [outcomeInWords(gamma)] : []),
      ]),
    lines: [],
  };
}

function methodLines({ method }: AgreementReport): readonly string[] {
  const { settings, matching, tokens, chance, intervals } = method;
  const { gamma, seed, resamples } = settings;
  return [
    matching,
    tokens,
    ...(gamma
      ? [`γ: α = ${gamma.weights.position}, β = ${gamma.weights.category}, Δ∅ = ${gamma.weights.missing}. ${chance}`]
      : []),
    `Intervals: ${intervals} ${resamples} resamples, seed ${seed}.`,
  ];
}
