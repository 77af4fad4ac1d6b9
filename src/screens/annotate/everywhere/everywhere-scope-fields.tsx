import { t } from '#language/t.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { useEverywhere, useLibrary, useStores } from '#state/react.tsx';
import { LongList } from '#ui/long-list.tsx';
import { SelectField } from '#ui/field.tsx';
import { count, plural } from '#language/numbers.ts';
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
        label={t`Where`}
        value={scope}
        options={[
          { value: 'article', text: t`This article` },
          { value: 'chosen', text: t`Chosen articles` },
          { value: 'all', text: t`All articles (${count(total)})` },
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
            {t`Also articles marked done`}
            {done > 0 && <small> {plural(done, '# article left out', '# articles left out')}</small>}
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
      <legend>{t`Articles`}</legend>
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
