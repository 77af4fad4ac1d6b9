import { t } from '#language/t.ts';
import { goldSections } from './report-gold.ts';
import { type ReportSection } from './report-section.ts';
import { labelFigures, headlineFigures, linkFigures, type NamedFigure } from './named-figures.ts';
import { type ReportNames } from './report-names.ts';
import { plural } from './report-speech.ts';
import { inNumbers, intervalInNumbers, leftOutInWords, outcomeInWords, warningInWords } from './report-words.ts';
import { type AgreementReport, type LabelAgreement } from './report.ts';
import { SCHEME_HEADS } from './scheme-words.ts';
import { SCHEMES } from './span-scores.ts';

const FIGURE_COLUMNS = ['', t`value`, t`95 % interval`, t`articles`, 'n'];

/** What the report is about, in one line. */
export function reportTitle({ counts, annotatorIds }: AgreementReport): string {
  const annotators = plural(annotatorIds.length, 'of # annotator', 'of # annotators');
  const articles = plural(counts.articles, 'on # article', 'on # articles');
  const spans = plural(counts.spans, 'with # span', 'with # spans');
  return t`Agreement ${annotators} ${articles} ${spans}`;
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
  const sections: readonly ReportSection[] = [
    figureSection(t`All labels`, headlineFigures(report)),
    ...report.labels.map((label) => labelSection(label, names)),
    pairSection(report, names),
    ...(links.length > 0 ? [figureSection(t`Links`, links)] : []),
    confusionSection(report, names),
    annotatorSection(report, names),
    articleSection(report, mostArticles),
    curveSection(report),
    ...goldSections(report, names),
    linesSection(t`Articles left out, and how far annotators are`, leftOutInWords(report, names)),
    {
      ...linesSection(
        t`Notes`,
        report.warnings.map((warning) => warningInWords(warning, names.label)),
      ),
      isOfNotes: true,
    },
    linesSection(t`How it was computed`, methodLines(report)),
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
  if (!isMarked) return { title: t`${name}: nothing marked`, columns: [], rows: [], lines: [] };
  return figureSection(name, labelFigures(label, names));
}

function pairSection({ pairs }: AgreementReport, names: ReportNames): ReportSection {
  return {
    title: t`Pairs of annotators`,
    columns: ['', ...SCHEMES.map((scheme) => SCHEME_HEADS[scheme]), 'uα', t`articles`],
    rows: pairs.map(({ one, other, f1, unitizing, articles }) => [
      t`${names.annotator(one)} and ${names.annotator(other)}`,
      ...SCHEMES.map((scheme) => outcomeInWords(f1[scheme])),
      outcomeInWords(unitizing),
      `${articles}`,
    ]),
    lines: [],
  };
}

function confusionSection({ confusion, labelIds }: AgreementReport, names: ReportNames): ReportSection {
  const columns = [...labelIds.map(names.label), t`nothing`];
  return {
    title: t`What one annotator chose where another chose something else`,
    columns: ['', ...columns],
    rows: confusion.map((row, index) => [columns[index]!, ...row.map((count) => `${count}`)]),
    lines: [],
  };
}

function annotatorSection({ annotators }: AgreementReport, names: ReportNames): ReportSection {
  return {
    title: t`Annotators`,
    columns: ['', t`articles`, t`spans`, t`mean length`, t`extra`, t`missing`, t`starts`, t`ends`, t`strict F1`],
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
    title: articles.length > most ? t`Articles with the most disagreements` : t`Articles`,
    columns: ['', t`disagreements`, t`strict F1`, ...(hasGamma ? ['γ'] : [])],
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

function curveSection({ curve }: AgreementReport): ReportSection {
  return {
    title: t`Over time, by groups of articles in the order in which they were finished`,
    columns: ['', t`strict F1`, t`partial F1`, 'uα', t`articles`],
    rows: curve.map(({ from, to, f1, unitizing, articleIds }) => [
      t`${from.slice(0, 10)} to ${to.slice(0, 10)}`,
      outcomeInWords(f1.strict),
      outcomeInWords(f1.partial),
      outcomeInWords(unitizing),
      `${articleIds.length}`,
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
    `${t`Intervals: ${intervals}`} ${t`${plural(resamples, 'resample')}, seed ${seed}.`}`,
  ];
}
