import { count } from '#language/numbers.ts';
import { t } from '#language/t.ts';

/** Says that a file has so many layers without the edits that they were to have. */
export function withoutEditsInWords(layers: number): string {
  return t`Layers whose edits are not in the file, since their log is damaged, a change of the label set altered them, or the file would be too large to be read: ${count(layers)}. They are in it as they are, without their history.`;
}
