import { isolated } from '#language/isolated.ts';
import { t } from '#language/t.ts';
import { type MadeDataset } from '#state/exporting/export-store.ts';
import { SelectField } from '#ui/field.tsx';
import { count } from '#language/numbers.ts';
import { useState } from 'react';
import styles from './export-preview.module.css';
import { sizeInWords } from './size-in-words.ts';

/** So many files can be looked into: those that the worker keeps the start of. */
const LOOKED_INTO = 20;

/** How the files begin; one is shown at a time. */
export function FilesPreview({ files }: Pick<MadeDataset, 'files'>) {
  const [path, setPath] = useState('');
  const shown = files.find((file) => file.path === path) ?? files[0];
  if (!shown) return null;
  const first = files.slice(0, LOOKED_INTO);
  return (
    <section className={styles.preview} aria-labelledby="start-heading">
      <header>
        <h2 id="start-heading">{t`How it begins`}</h2>
        {first.length > 1 && (
          <SelectField
            label={t`File`}
            value={shown.path}
            options={first.map((file) => ({
              value: file.path,
              text: `${isolated(file.path)} (${isolated(sizeInWords(file.size))})`,
            }))}
            onChange={setPath}
          >
            {files.length > first.length && (
              <small className={styles.none}>{t`and ${count(files.length - first.length)} more`}</small>
            )}
          </SelectField>
        )}
      </header>
      {shown.start === undefined ? (
        <p className={styles.binary}>{t`${shown.path} is not a text: it cannot be shown here.`}</p>
      ) : (
        // It scrolls, and the keyboard must be able to.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} aria-label={t`Start of ${shown.path}`}>
          {shown.start}
          {shown.size > shown.start.length && '\n…'}
        </pre>
      )}
    </section>
  );
}
