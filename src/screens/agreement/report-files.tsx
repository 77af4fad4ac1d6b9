import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { methodsParagraph } from '#core/agreement/report-methods.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type ReportFile } from '#state/agreement/report-file.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import styles from './report-files.module.css';

const FILES: readonly (readonly [ReportFile, string])[] = [
  ['html', t`Web page (HTML)`],
  ['markdown', t`Markdown`],
  ['json', t`Everything (JSON)`],
  ['figures', t`Figures (CSV)`],
  ['articles', t`Sums of each article (CSV)`],
];

/** How everything was computed, a paragraph for a paper, and the report as files. */
export function ReportFiles({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const { matching, tokens, chance, intervals, settings } = report.method;
  return (
    <>
      <section className={styles.section} aria-labelledby="computed">
        <h2 id="computed">{t`How it was computed`}</h2>
        <p>{matching}</p>
        <p>{tokens}</p>
        {settings.gamma && <p>γ: {chance}</p>}
        <p>{t`Intervals: ${intervals}`}</p>
      </section>
      <section className={styles.section} aria-labelledby="methods">
        <h2 id="methods">{t`For the methods section of a paper`}</h2>
        <blockquote className={styles.methods}>{methodsParagraph(report)}</blockquote>
      </section>
      <section className={styles.section} aria-labelledby="files">
        <h2 id="files">{t`Save the report`}</h2>
        <p>{tNodes`JSON and the sums of each article let anybody compute the figures anew; ${<code>npm run agreement</code>} prints the same.`}</p>
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
