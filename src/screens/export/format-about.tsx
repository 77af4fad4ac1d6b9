import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type ExportFormat } from '#state/exporting/export-formats.ts';
import styles from './format-about.module.css';

/** What the format counts offsets in, in words. */
const UNITS = {
  'utf-16': t`Offsets count UTF-16 code units, as JavaScript and Java do.`,
  'code-point': t`Offsets count code points, as Python does.`,
  'utf-8': t`Offsets count bytes of UTF-8.`,
  grapheme: t`Offsets count what a reader sees as one character.`,
  tokens: t`There are no offsets: the text is cut into tokens.`,
} as const;

/** What a format is for, how it counts, and what it cannot carry, told before anything is made. */
export function FormatAbout({ format }: { readonly format: ExportFormat }) {
  const { description, unit, isForPeople, lost } = format;
  const isWhole = lost.never.length === 0 && lost.partly.length === 0;
  return (
    <div className={styles.about}>
      <p>
        {description} {!isForPeople && UNITS[unit]}
      </p>
      <p>
        {isWhole ? (
          t`It carries everything.`
        ) : (
          <>
            {lost.never.length > 0 && (
              <>
                <b>{t`Never in the file:`}</b> {withCommas(lost.never)}.{' '}
              </>
            )}
            {lost.partly.length > 0 && (
              <>
                <b>{t`Only in part:`}</b> {withCommas(lost.partly)}.
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}
