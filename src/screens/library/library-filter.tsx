import { t } from '#language/t.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { type Filter } from './filter-articles.ts';
import styles from './library-filter.module.css';

interface LibraryFilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

const STATUSES: readonly { readonly value: LayerStatus | 'any'; readonly text: string }[] = [
  { value: 'any', text: t`Any status` },
  { value: 'not-started', text: t`Not started` },
  { value: 'in-progress', text: t`In progress` },
  { value: 'done', text: t`Done` },
];

/** Narrows the table by words and by status. */
export function LibraryFilter({ filter, onChange }: LibraryFilterProps) {
  return (
    <div className={styles.filter} role="search">
      <input
        type="search"
        aria-label={t`Search articles`}
        placeholder={t`Search titles and sources…`}
        value={filter.query}
        onChange={(event) => {
          onChange({ ...filter, query: event.target.value });
        }}
      />
      <select
        aria-label={t`Your status`}
        value={filter.status}
        onChange={(event) => {
          const chosen = STATUSES.find(({ value }) => value === event.target.value);
          if (chosen) onChange({ ...filter, status: chosen.value });
        }}
      >
        {STATUSES.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
