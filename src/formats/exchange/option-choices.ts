import { t } from '#language/t.ts';
import { type WriteOptions } from './dataset.ts';
import { type Format } from './format.ts';

/** One of the values that an option may have. */
export interface OptionValue {
  readonly value: string;
  readonly text: string;
}

/** An option of an export as screens and the command line offer it: one of several values, or yes or no. */
export interface OptionChoice {
  readonly option: keyof WriteOptions;
  /** What it is called in the command line. */
  readonly flag: string;
  readonly name: string;
  /** `yes` and `no` for an option that is ticked or not. */
  readonly values: readonly OptionValue[];
  readonly isTicked: boolean;
}

const YES_NO: readonly OptionValue[] = [
  { value: 'no', text: t`no` },
  { value: 'yes', text: t`yes` },
];

const CHOICES: readonly OptionChoice[] = [
  {
    option: 'unit',
    flag: 'unit',
    name: t`Offsets in`,
    values: [
      { value: 'utf-16', text: t`UTF-16 code units (JavaScript, Java)` },
      { value: 'code-point', text: t`code points (Python)` },
    ],
    isTicked: false,
  },
  {
    option: 'overlaps',
    flag: 'overlaps',
    name: t`Where spans overlap`,
    values: [
      { value: 'longest', text: t`keep the longest` },
      { value: 'shortest', text: t`keep the shortest` },
      { value: 'first-label', text: t`keep the label that comes first in the label set` },
    ],
    isTicked: false,
  },
  {
    option: 'rows',
    flag: 'rows',
    name: t`Each row is`,
    values: [
      { value: 'article', text: t`an article` },
      { value: 'sentence', text: t`a sentence` },
    ],
    isTicked: false,
  },
  {
    option: 'scheme',
    flag: 'scheme',
    name: t`Tags`,
    values: [
      { value: 'IOB2', text: t`IOB2: B- begins every span` },
      { value: 'IOB1', text: t`IOB1: B- only after a span of the same label` },
      { value: 'BIOES', text: t`BIOES: ends and single tokens have tags of their own` },
    ],
    isTicked: false,
  },
  {
    option: 'escapesFormulas',
    flag: 'escape-formulas',
    name: t`Put an apostrophe before what a spreadsheet would run as a formula`,
    values: YES_NO,
    isTicked: true,
  },
  {
    option: 'byteOrderMark',
    flag: 'byte-order-mark',
    name: t`Begin with a byte order mark, for Excel`,
    values: YES_NO,
    isTicked: true,
  },
];

/** The options that mean something to the format, its forms first. */
export function optionChoices({ options, variants }: Pick<Format, 'options' | 'variants'>): readonly OptionChoice[] {
  const others = CHOICES.filter(({ option }) => options.includes(option));
  if (variants.length < 2) return others;
  const values = variants.map(({ id, name }) => ({ value: id, text: name }));
  return [{ option: 'variant', flag: 'variant', name: t`Form`, values, isTicked: false }, ...others];
}

/** The value that the option has, as one of those of its choice. */
export function optionValue(options: WriteOptions, { option }: OptionChoice): string {
  const value = options[option];
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}

/** The options with another value for this one, which must be among those of the choice. */
export function withOption(options: WriteOptions, { option, isTicked }: OptionChoice, value: string): WriteOptions {
  return { ...options, [option]: isTicked ? value === 'yes' : value };
}
