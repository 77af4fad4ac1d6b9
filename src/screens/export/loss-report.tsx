import { t } from '#language/t.ts';
import { annotateAddress } from '#state/addresses.ts';
import { type LossGroup, lossWords } from '#state/exporting/export-formats.ts';
import { useLibrary } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { count } from '#language/numbers.ts';
import styles from './loss-report.module.css';

interface LossReportProps {
  readonly losses: readonly LossGroup[];
  /** True where the report is among the files that are saved. */
  readonly isInFile: boolean;
}

/** What the file does not hold as the project does: how often, where for example, and what to choose instead. */
export function LossReport({ losses, isInFile }: LossReportProps) {
  const { exporting } = useLaterStores();
  return (
    <section className={styles.report} aria-labelledby="losses-heading">
      <h3 id="losses-heading">{t`What this file does not hold`}</h3>
      {losses.length === 0 ? (
        <p className={styles.hint}>{t`Nothing is lost: all that you chose is in it.`}</p>
      ) : (
        <>
          <ul className={styles.groups}>
            {losses.map((group) => (
              <LossItem key={group.reason} group={group} />
            ))}
          </ul>
          {isInFile ? (
            <p className={styles.hint}>{t`This report goes along as losses.txt, and as losses.json for programs.`}</p>
          ) : (
            <p>
              <Button onClick={() => void exporting.getState().saveReport()}>{t`Save this list`}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function LossItem({ group }: { readonly group: LossGroup }) {
  const { title, sentence, advice } = lossWords(group.reason);
  return (
    <li>
      <h4>
        <span>{title}</span> <span className={styles.count}>{count(group.count)}</span>
      </h4>
      <p>
        {sentence} <span className={styles.hint}>{advice}</span>
      </p>
      <details>
        <summary aria-label={t`Examples: ${title}`}>
          {group.count > group.examples.length ? t`The first ${group.examples.length}` : t`Which ones`}
        </summary>
        <ul className={styles.examples}>
          {group.examples.map((loss, index) => (
            // Nothing else tells apart what is lost twice in the same words.
            // oxlint-disable-next-line react/no-array-index-key
            <Example key={index} loss={loss} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Example({ loss }: { readonly loss: LossGroup['examples'][number] }) {
  const { detail, attribute, articleId } = loss;
  const article = useLibrary((state) => state.articles.find(({ id }) => id === articleId));
  return (
    <li>
      <span className={styles.words} dir="auto" lang={article?.language}>
        {detail.trim() === '' ? t`(empty)` : detail}
      </span>
      {attribute !== undefined && <span className={styles.hint}>{t`attribute ${attribute}`}</span>}
      {article && article.title !== detail && (
        <a href={annotateAddress(article.id)} dir="auto">
          {article.title}
        </a>
      )}
    </li>
  );
}
