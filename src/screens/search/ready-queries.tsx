import { t } from '#language/t.ts';
import { wordsOfQuery, writeFilter } from '#core/search/query.ts';
import { calledQuery, readyQueries } from '#core/search/ready-queries.ts';
import { useSession } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import styles from './ready-queries.module.css';

interface ReadyQueriesProps {
  readonly query: string;
  readonly onChoose: (query: string) => void;
}

/** Queries that need not be typed. The one for a name takes the words that are typed, or waits for them. */
export function ReadyQueries({ query, onChoose }: ReadyQueriesProps) {
  const labelSet = useSession((state) => state.project.labelSet);
  const called = calledQuery(labelSet);
  const words = wordsOfQuery(query, labelSet);
  return (
    <div className={styles.ready} role="group" aria-label={t`Ready queries`}>
      {readyQueries(labelSet).map((ready) => (
        <Button
          key={ready.name}
          aria-pressed={query === ready.query}
          onClick={() => {
            onChoose(ready.query);
          }}
        >
          {ready.name}
        </Button>
      ))}
      <Button
        className={styles.called}
        onClick={() => {
          onChoose(`${called.start}${words === '' ? 'called:"' : writeFilter('called', words)}`);
        }}
      >
        {words === '' ? `${called.name} …` : t`${called.name} “${words}”`}
      </Button>
    </div>
  );
}
