import { type WriteOptions } from './dataset.ts';
import { type Format } from './format.ts';

/** What an export in the format starts with. */
export function defaultOptions({ unit, variants }: Pick<Format, 'unit' | 'variants'>): WriteOptions {
  return {
    unit: unit === 'tokens' ? 'code-point' : unit,
    overlaps: 'longest',
    rows: 'article',
    scheme: 'IOB2',
    variant: variants[0]?.id ?? '',
    escapesFormulas: false,
    byteOrderMark: false,
  };
}
