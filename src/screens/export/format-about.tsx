import { type ExportFormat } from '#state/exporting/export-formats.ts';
import styles from './format-about.module.css';

/** What the format counts offsets in, in words. */
const UNITS = {
  'utf-16': 'Offsets count UTF-16 code units, as JavaScript and Java do.',
  'code-point': 'Offsets count code points, as Python does.',
  'utf-8': 'Offsets count bytes of UTF-8.',
  grapheme: 'Offsets count what a reader sees as one character.',
  tokens: 'There are no offsets: the text is cut into tokens.',
} as const;

/** What a format is for, how it counts, and what it cannot carry, told before anything is made. */
export function FormatAbout({ format }: { readonly format: ExportFormat }) {
  const { description, unit, lost } = format;
  const isWhole = lost.never.length === 0 && lost.partly.length === 0;
  return (
    <div className={styles.about}>
      <p>
        {description} {UNITS[unit]}
      </p>
      <p>
        {isWhole ? (
          'It carries everything.'
        ) : (
          <>
            {lost.never.length > 0 && (
              <>
                <b>Never in the file:</b> {lost.never.join(', ')}.{' '}
              </>
            )}
            {lost.partly.length > 0 && (
              <>
                <b>Only in part:</b> {lost.partly.join(', ')}.
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}
