import { type ArticleId } from '#core/project/project.ts';
import { type LayerOutcome } from '#core/relabel/outcome.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useLabels, useLaterStores } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { type PreparedChange } from '#state/labels/labels-state.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { count, plural } from '#ui/plural.ts';
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
          <Button onClick={cancel}>{isNothing ? 'Close' : 'Cancel'}</Button>
          {!isNothing && (
            <Button
              look="primary"
              onClick={() => {
                void labels.getState().confirm();
              }}
            >
              Do it
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Summary({ prepared, isNothing }: { readonly prepared: PreparedChange; readonly isNothing: boolean }) {
  const annotatorId = useSession((state) => state.annotatorId);
  const { outcomes } = prepared;
  if (isNothing) return <p>Everything in it is here already: nothing would change.</p>;
  if (outcomes.length === 0) return <p>No span or link changes. It can be undone.</p>;
  const isOthers = outcomes.some((outcome) => outcome.annotatorId !== annotatorId);
  return (
    <p>
      {totalInWords(outcomes)} It can be undone.
      {isOthers && ' Layers of other annotators are not rewritten: they are shown this way from now on.'}
    </p>
  );
}

function totalInWords(outcomes: readonly LayerOutcome[]): string {
  const sum = (part: (outcome: LayerOutcome) => number) => outcomes.reduce((all, outcome) => all + part(outcome), 0);
  const parts = [
    { number: sum(({ changed }) => changed), one: 'span changes', many: 'spans change' },
    { number: sum(({ removed }) => removed), one: 'span goes', many: 'spans go' },
    {
      number: sum(({ joined }) => joined),
      one: 'span is joined with the same one',
      many: 'spans are joined with the same ones',
    },
    { number: sum(({ values }) => values), one: 'value goes', many: 'values go' },
    { number: sum(({ links }) => links), one: 'link goes', many: 'links go' },
  ].filter(({ number }) => number > 0);
  const told = parts.map(({ number, one, many }) => plural(number, one, many)).join(', ');
  return `${told === '' ? 'Links change' : told}, in ${plural(outcomes.length, 'layer')}.`;
}

/** So many layers are listed at most; the sums above count all of them. */
const MOST_OUTCOMES = 200;

function OutcomeTable({ outcomes }: { readonly outcomes: readonly LayerOutcome[] }) {
  const annotators = useSession((state) => state.annotators);
  const { library } = useStores();
  const titleOf = (id: ArticleId) => library.getState().find(id)?.title ?? 'An article';
  return (
    // It scrolls, and the keyboard must be able to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.table} tabIndex={0} role="region" aria-label="What changes in each article">
      <table>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Annotator</th>
            <th scope="col">Spans changed</th>
            <th scope="col">Spans removed</th>
            <th scope="col">Values dropped</th>
            <th scope="col">Links removed</th>
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
        <p>
          The first {count(MOST_OUTCOMES)} of {plural(outcomes.length, 'layer')} are shown.
        </p>
      )}
    </div>
  );
}
