import { methodsParagraph } from '#core/agreement/report-methods.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type ReportFile } from '#state/agreement/report-file.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import styles from './report-files.module.css';

const FILES: readonly (readonly [ReportFile, string])[] = [
  ['html', 'Web page (HTML)'],
  ['markdown', 'Markdown'],
  ['json', 'Everything (JSON)'],
  ['figures', 'Figures (CSV)'],
  ['articles', 'Sums of each article (CSV)'],
];

/** How everything was computed, a paragraph for a paper, and the report as files. */
export function ReportFiles({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const { matching, tokens, chance, intervals, settings } = report.method;
  return (
    <>
      <section className={styles.section} aria-labelledby="computed">
        <h2 id="computed">How it was computed</h2>
        <p>{matching}</p>
        <p>{tokens}</p>
        {settings.gamma && <p>γ: {chance}</p>}
        <p>Intervals: {intervals}</p>
      </section>
      <section className={styles.section} aria-labelledby="methods">
        <h2 id="methods">For the methods section of a paper</h2>
        <blockquote className={styles.methods}>{methodsParagraph(report)}</blockquote>
      </section>
      <section className={styles.section} aria-labelledby="files">
        <h2 id="files">Save the report</h2>
        <p>
          JSON and the sums of each article let anybody compute the figures anew; <code>npm run agreement</code> prints
          the same.
        </p>
        <div className={styles.files}>
          {FILES.map(([file, text]) => (
            <Button key={file} onClick={() => void agreement.getState().saveReport(file)}>
              {text}
            </Button>
          ))}
        </div>
      </section>
    </>
  );
}
