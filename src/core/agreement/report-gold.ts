import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type ReportNames } from './report-names.ts';
import { plural } from './report-speech.ts';
import { inNumbers, outcomeInWords } from './report-words.ts';
import { type ReportSection } from './report-section.ts';
import { type AgreementReport, type GoldAgreement } from './report.ts';
import { SCHEME_HEADS } from './scheme-words.ts';
import { SCHEMES } from './span-scores.ts';

/** What gold is, for whoever reads figures against it. */
export const GOLD_WORDS = t`Gold is made from what annotators marked, so these figures are higher than against an answer that nobody of them had a part in.`;

/** The labels that the annotator or gold has. */
export function labelsWithSpans({ labels }: Pick<GoldAgreement, 'labels'>): GoldAgreement['labels'] {
  return labels.filter(({ spans }) => spans.some((count) => count > 0));
}

/** Annotators against gold as tables: all labels, then label by label; none where that was not asked for. */
export function goldSections({ gold, reviewed }: AgreementReport, names: ReportNames): readonly ReportSection[] {
  if (!gold) return [];
  return [
    {
      title: t`Annotators against gold ${plural(reviewed, 'of # reviewed article', 'of # reviewed articles')}`,
      columns: [
        '',
        ...SCHEMES.map((scheme) => SCHEME_HEADS[scheme]),
        t`precision`,
        t`recall`,
        'γ',
        'uα',
        t`only theirs`,
        t`missed`,
        t`articles`,
      ],
      rows: gold.map((one) => [
        names.annotator(one.annotatorId),
        ...SCHEMES.map((scheme) => outcomeInWords(one.f1[scheme])),
        outcomeInWords(one.precision),
        outcomeInWords(one.recall),
        one.gamma ? outcomeInWords(one.gamma.gamma) : t`not asked for`,
        outcomeInWords(one.unitizing),
        inNumbers(one.tendency.extra, 3),
        inNumbers(one.tendency.missing, 3),
        `${one.articles}`,
      ]),
      lines: [GOLD_WORDS],
    },
    {
      title: t`Annotators against gold, by label`,
      columns: ['', ...SCHEMES.map((scheme) => SCHEME_HEADS[scheme]), 'uα', t`κ of tokens`],
      rows: gold.flatMap((one) =>
        labelsWithSpans(one).map(({ label, f1, unitizing, tokens }) => [
          withCommas([names.annotator(one.annotatorId), names.label(label)]),
          ...SCHEMES.map((scheme) => outcomeInWords(f1[scheme])),
          outcomeInWords(unitizing),
          outcomeInWords(tokens.cohen),
        ]),
      ),
      lines: [],
    },
  ];
}
