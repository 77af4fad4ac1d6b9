import { lostInWords } from '#formats/exchange/carries-words.ts';
import { type WriteOptions } from '#formats/exchange/dataset.ts';
import { defaultOptions } from '#formats/exchange/default-options.ts';
import { type Format, type Variant } from '#formats/exchange/format.ts';
import { FORMATS } from '#formats/registry.ts';

export { optionChoices, optionValue, withOption } from '#formats/exchange/option-choices.ts';
export { lossWords } from '#formats/exchange/loss-words.ts';
export type { LossGroup } from '#formats/exchange/losses.ts';
export type { Split, WriteOptions } from '#formats/exchange/dataset.ts';
export { SPLITS } from '#formats/exchange/dataset.ts';

/** A format as the export screen offers it. */
export interface ExportFormat {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly unit: Format['unit'];
  /** True where people read it, else programs do. */
  readonly isForPeople: boolean;
  /** What it never carries, and what only in part, in a few words each. */
  readonly lost: { readonly never: readonly string[]; readonly partly: readonly string[] };
  readonly options: readonly (keyof WriteOptions)[];
  readonly variants: readonly Variant[];
  readonly defaults: WriteOptions;
}

/** Every format besides our own that can be written. */
export const EXPORT_FORMATS: readonly ExportFormat[] = FORMATS.filter(({ write }) => write).map((format) => {
  const { id, name, description, unit, isForPeople = false, carries, options, variants } = format;
  return {
    id,
    name,
    description,
    unit,
    isForPeople,
    lost: lostInWords(carries),
    options,
    variants,
    defaults: defaultOptions(format),
  };
});
