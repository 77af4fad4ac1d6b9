import { type LabelSet } from '#core/labels/label-set.ts';
import { canonicalLabelSet } from '#formats/native/canonical-label-set.ts';
import { LABEL_SET_FORMAT, LABEL_SET_VERSION } from './version.ts';

/**
 * The label set as JSON text (2-space indentation, final newline, no byte order mark): lossless, and the same bytes for the
 * same label set.
 */
export function writeLabelSet(labelSet: LabelSet): string {
  const file = { format: LABEL_SET_FORMAT, version: LABEL_SET_VERSION, ...canonicalLabelSet(labelSet) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
