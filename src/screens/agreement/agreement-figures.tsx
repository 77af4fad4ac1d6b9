import { t } from '#language/t.ts';
import { leftOutInWords, warningInWords } from '#core/agreement/report-words.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { Message } from '#ui/message.tsx';
import { plural } from '#language/numbers.ts';
import styles from './agreement-figures.module.css';
import { AnnotatorTable } from './annotator-table.tsx';
import { ArticleTable } from './article-table.tsx';
import { BoundaryTable } from './boundary-table.tsx';
import { ConfusionTable } from './confusion-table.tsx';
import { CurveTable } from './curve-table.tsx';
import { GoldTable } from './gold-table.tsx';
import { Headline } from './headline.tsx';
import { LabelTable } from './label-table.tsx';
import { AttributeFigures, LinkFigures, OtherFigures } from './more-figures.tsx';
import { NothingCompared } from './nothing-compared.tsx';
import { PairMatrix } from './pair-matrix.tsx';
import { ReportFiles } from './report-files.tsx';
import { useNames } from './use-names.ts';

/** Everything that a report says, the most general first. */
export function AgreementFigures({ report }: { readonly report: AgreementReport }) {
  const names = useNames();
  const { counts, annotatorIds, warnings, curve } = report;
  const isCompared = counts.articles > 0;
  return (
    <>
      {isCompared ? (
        <>
          <p>
            {t`${plural(annotatorIds.length, 'annotator')} on ${plural(counts.articles, 'article')} with ${plural(counts.spans, 'span')}.`}
          </p>
          {warnings.length > 0 && (
            <Message kind="note">
              <ul className={styles.list}>
                {warnings.map((warning) => {
                  const words = warningInWords(warning, names.label);
                  return <li key={words}>{words}</li>;
                })}
              </ul>
            </Message>
          )}
          <Headline report={report} />
          <PairMatrix report={report} />
          <LabelTable report={report} />
          <ConfusionTable report={report} />
          <BoundaryTable report={report} />
          <AttributeFigures report={report} />
          <LinkFigures report={report} />
          <AnnotatorTable report={report} />
          <ArticleTable report={report} />
          {curve.length > 0 && <CurveTable report={report} />}
          <OtherFigures report={report} />
          <GoldTable report={report} />
        </>
      ) : (
        <>
          <NothingCompared report={report} />
          <GoldTable report={report} />
        </>
      )}
      {report.progress.length > 0 && (
        <section className={styles.section} aria-labelledby="left-out">
          <h2 id="left-out">{t`Left out, and how far annotators are`}</h2>
          <ul className={styles.list}>
            {leftOutInWords(report, names).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {isCompared && <ReportFiles report={report} />}
    </>
  );
}
