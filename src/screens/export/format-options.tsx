import {
  type ExportFormat,
  optionChoices,
  optionValue,
  withOption,
  type WriteOptions,
} from '#state/exporting/export-formats.ts';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField } from '#ui/field.tsx';

interface FormatOptionsProps {
  readonly format: ExportFormat;
  readonly options: WriteOptions;
  readonly onChange: (options: WriteOptions) => void;
}

/** The options that mean something to the format, and no others. */
export function FormatOptions({ format, options, onChange }: FormatOptionsProps) {
  return optionChoices(format).map((choice) => {
    const { option, name, values, isTicked } = choice;
    const value = optionValue(options, choice);
    return isTicked ? (
      <CheckField
        key={option}
        label={name}
        isChecked={value === 'yes'}
        onChange={(isChecked) => {
          onChange(withOption(options, choice, isChecked ? 'yes' : 'no'));
        }}
      />
    ) : (
      <SelectField
        key={option}
        label={name}
        value={value}
        options={values}
        onChange={(chosen) => {
          onChange(withOption(options, choice, chosen));
        }}
      />
    );
  });
}
