import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type LayerOutcome } from '#core/relabel/outcome.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useLabels, useLaterStores } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { type PreparedChange } from '#state/labels/labels-state.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { withCommas } from '#language/lists.ts';
import { count, plural } from '#language/numbers.ts';
import styles from './dialogs.module.css';

/** What a change would do, counted for each article and annotator, before it is done. */
export function PreviewDialog() {
  const { labels } = useLaterStores();
  const prepared = useLabels((state) => state.prepared);
  const cancel = (): void => {
    labels.getState().cancel();
  };
  if (!prepared) return null;
  const isNothing = prepared.outcomes.length === 0 && prepared.notes.length === 0;
  return (
    <Dialog title={prepared.title} isOpen onClose={cancel} wide>
      <div className={styles.form}>
        <Summary prepared={prepared} isNothing={isNothing} />
        {prepared.outcomes.length > 0 && <OutcomeTable outcomes={prepared.outcomes} />}
        {prepared.notes.length > 0 && (
          <ul className={styles.notes}>
            {prepared.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <div className={styles.actions}>
          <Button onClick={cancel}>{isNothing ? t`Close` : t`Cancel`}</Button>
          {!isNothing && (
            <Button
              look="primary"
              onClick={() => {
                void labels.getState().confirm();
              }}
            >{t`Do it`}</Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Summary({ prepared, isNothing }: { readonly prepared: PreparedChange; readonly isNothing: boolean }) {
  const annotatorId = useSession((state) => state.annotatorId);
  const { outcomes } = prepared;
  if (isNothing) return <p>{t`Everything in it is here already: nothing would change.`}</p>;
  if (outcomes.length === 0) return <p>{t`No span or link changes. It can be undone.`}</p>;
  const isOthers = outcomes.some((outcome) => outcome.annotatorId !== annotatorId);
  return (
    <p>
      {totalInWords(outcomes)} {t`It can be undone.`}
      {isOthers && ` ${t`Layers of other annotators are not rewritten: they are shown this way from now on.`}`}
    </p>
  );
}

function totalInWords(outcomes: readonly LayerOutcome[]): string {
  const sum = (part: (outcome: LayerOutcome) => number) => outcomes.reduce((all, outcome) => all + part(outcome), 0);
  const changed = sum((outcome) => outcome.changed);
  const removed = sum((outcome) => outcome.removed);
  const joined = sum((outcome) => outcome.joined);
  const values = sum((outcome) => outcome.values);
  const links = sum((outcome) => outcome.links);
  const parts = [
    changed > 0 && plural(changed, 'span changes', 'spans change'),
    removed > 0 && plural(removed, 'span goes', 'spans go'),
    joined > 0 && plural(joined, 'span is joined with the same one', 'spans are joined with the same ones'),
    values > 0 && plural(values, 'value goes', 'values go'),
    links > 0 && plural(links, 'link goes', 'links go'),
  ].filter((part) => part !== false);
  const told = parts.length > 0 ? parts : [t`Links change`];
  return t`${withCommas([...told, plural(outcomes.length, 'in # layer', 'in # layers')])}.`;
}

/** So many layers are listed at most; the sums above count all of them. */
const MOST_OUTCOMES = 200;

function OutcomeTable({ outcomes }: { readonly outcomes: readonly LayerOutcome[] }) {
  const annotators = useSession((state) => state.annotators);
  const { library } = useStores();
  const titleOf = (id: ArticleId) => library.getState().find(id)?.title ?? t`An article`;
  return (
    // It scrolls, and the keyboard must be able to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.table} tabIndex={0} role="region" aria-label={t`What changes in each article`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Article`}</th>
            <th scope="col">{t`Annotator`}</th>
            <th scope="col">{t`Spans changed`}</th>
            <th scope="col">{t`Spans removed`}</th>
            <th scope="col">{t`Values dropped`}</th>
            <th scope="col">{t`Links removed`}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.slice(0, MOST_OUTCOMES).map((outcome) => (
            <tr key={`${outcome.articleId} ${outcome.annotatorId}`}>
              <th scope="row" dir="auto">
                {titleOf(outcome.articleId)}
              </th>
              <td dir="auto">{nameOf(annotators, outcome.annotatorId)}</td>
              <td>{count(outcome.changed)}</td>
              <td>{count(outcome.removed + outcome.joined)}</td>
              <td>{count(outcome.values)}</td>
              <td>{count(outcome.links)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcomes.length > MOST_OUTCOMES && (
        <p>{t`The first ${count(MOST_OUTCOMES)} of ${count(outcomes.length)} layers are shown.`}</p>
      )}
    </div>
  );
}
