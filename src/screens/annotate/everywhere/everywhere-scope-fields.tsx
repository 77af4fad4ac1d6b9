import { type LibraryArticle } from '#state/library-article.ts';
import { useEverywhere, useLibrary, useStores } from '#state/react.tsx';
import { LongList } from '#ui/long-list.tsx';
import { SelectField } from '#ui/field.tsx';
import { count, plural } from '#ui/plural.ts';
import styles from './everywhere-scope-fields.module.css';

/** Where other mentions are looked for. */
export function EverywhereScopeFields() {
  const { everywhere } = useStores();
  const scope = useEverywhere((state) => state.scope);
  const withDone = useEverywhere((state) => state.withDone);
  const done = useEverywhere((state) => state.done);
  const total = useLibrary((state) => state.present().length);
  return (
    <div className={styles.scope}>
      <SelectField
        label="Where"
        value={scope}
        options={[
          { value: 'article', text: 'This article' },
          { value: 'chosen', text: 'Chosen articles' },
          { value: 'all', text: `All articles (${count(total)})` },
        ]}
        onChange={(next) => {
          void everywhere.getState().setScope(next);
        }}
      />
      {scope !== 'article' && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={withDone}
            onChange={(event) => {
              void everywhere.getState().setWithDone(event.target.checked);
            }}
          />
          <span>
            Also articles marked done
            {done > 0 && <small> {plural(done, 'article')} left out</small>}
          </span>
        </label>
      )}
      {scope === 'chosen' && <ChosenArticles />}
    </div>
  );
}

function ChosenArticles() {
  const { everywhere } = useStores();
  const articles = useLibrary((state) => state.present());
  const chosen = useEverywhere((state) => state.chosen);
  return (
    <fieldset className={styles.chosen}>
      <legend>Articles</legend>
      <LongList items={articles} keyOf={idOf} className={styles.scroller}>
        {({ id, title }) => (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                void everywhere.getState().choose(id, event.target.checked);
              }}
            />
            <span dir="auto">{title}</span>
          </label>
        )}
      </LongList>
    </fieldset>
  );
}

function idOf({ id }: LibraryArticle): string {
  return id;
}
