import { type ExportFormat, type OverlapRule, type WriteOptions } from '#state/exporting/export-formats.ts';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField } from '#ui/field.tsx';

interface FormatOptionsProps {
  readonly format: ExportFormat;
  readonly options: WriteOptions;
  readonly onChange: (options: WriteOptions) => void;
}

const UNITS: readonly { readonly value: WriteOptions['unit']; readonly text: string }[] = [
  { value: 'utf-16', text: 'UTF-16 code units (JavaScript, Java)' },
  { value: 'code-point', text: 'code points (Python)' },
  { value: 'utf-8', text: 'bytes of UTF-8' },
  { value: 'grapheme', text: 'characters as they are seen' },
];

const OVERLAPS: readonly { readonly value: OverlapRule; readonly text: string }[] = [
  { value: 'longest', text: 'keep the longest' },
  { value: 'shortest', text: 'keep the shortest' },
  { value: 'first-label', text: 'keep the label that comes first in the label set' },
];

const ROWS: readonly { readonly value: WriteOptions['rows']; readonly text: string }[] = [
  { value: 'article', text: 'an article' },
  { value: 'sentence', text: 'a sentence' },
];

const SCHEMES: readonly { readonly value: WriteOptions['scheme']; readonly text: string }[] = [
  { value: 'IOB2', text: 'IOB2: B- begins every span' },
  { value: 'IOB1', text: 'IOB1: B- only after a span of the same label' },
  { value: 'BIOES', text: 'BIOES: ends and single tokens have tags of their own' },
];

/** The options that mean something to the format, and no others. */
export function FormatOptions({ format, options, onChange }: FormatOptionsProps) {
  const has = (name: keyof WriteOptions): boolean => format.options.includes(name);
  const set = (part: Partial<WriteOptions>): void => {
    onChange({ ...options, ...part });
  };
  return (
    <>
      {format.variants.length > 1 && (
        <SelectField
          label="Form"
          value={options.variant}
          options={format.variants.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(variant) => {
            set({ variant });
          }}
        />
      )}
      {has('unit') && (
        <SelectField
          label="Offsets in"
          value={options.unit}
          options={UNITS}
          onChange={(unit) => {
            set({ unit });
          }}
        />
      )}
      {has('overlaps') && (
        <SelectField
          label="Where spans overlap"
          value={options.overlaps}
          options={OVERLAPS}
          onChange={(overlaps) => {
            set({ overlaps });
          }}
        />
      )}
      {has('rows') && (
        <SelectField
          label="Each row is"
          value={options.rows}
          options={ROWS}
          onChange={(rows) => {
            set({ rows });
          }}
        />
      )}
      {has('scheme') && (
        <SelectField
          label="Tags"
          value={options.scheme}
          options={SCHEMES}
          onChange={(scheme) => {
            set({ scheme });
          }}
        />
      )}
      {has('escapesFormulas') && (
        <CheckField
          label="Put an apostrophe before what a spreadsheet would run as a formula"
          isChecked={options.escapesFormulas}
          onChange={(escapesFormulas) => {
            set({ escapesFormulas });
          }}
        />
      )}
      {has('byteOrderMark') && (
        <CheckField
          label="Begin with a byte order mark, for Excel"
          isChecked={options.byteOrderMark}
          onChange={(byteOrderMark) => {
            set({ byteOrderMark });
          }}
        />
      )}
    </>
  );
}
