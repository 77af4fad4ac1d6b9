import { t } from '#language/t.ts';
import { isRange } from '#core/labels/attribute.ts';
import { entrySum } from '#core/edits/entry-sum.ts';
import { singleEdits } from '#core/edits/single-edits.ts';
import { leadsToLayer } from '#core/merge/carried-log.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { type Span } from '#core/spans/span.ts';
import { type ProblemList } from '#formats/problem.ts';
import { canonicalLayer } from './canonical.ts';
import { type EntryShape } from './log-shape.ts';
import { type LayerShape } from './shape.ts';

/**
 * Checks the log of a layer, where it has one: numbers have no gaps, each checksum is that of its entry and of the one before
 * it, every range is right in the text, and the edits lead to the layer as it is.
 */
export function checkLog(layer: LayerShape, text: string, place: string, problems: ProblemList): void {
  const { log } = layer;
  if (!log) return;
  let before = { number: log.after, sum: log.sum };
  for (const [index, entry] of log.entries.entries()) {
    if (problems.isFull) return;
    const fault = problemWithEntry(entry, before, text);
    if (fault !== undefined) {
      problems.add(`${place}.entries[${index}]`, fault);
      return;
    }
    before = entry;
  }
  if (!leadsToLayer({ layer: canonicalLayer(layer), log })) {
    problems.add(place, t`the edits do not lead to what the layer holds: the layer or its log was changed`);
  }
}

function problemWithEntry(
  entry: EntryShape,
  before: { readonly number: number; readonly sum: string },
  text: string,
): string | undefined {
  const { number, cause, edit, sum } = entry;
  if (number !== before.number + 1) return t`entry ${number} does not follow on from entry ${before.number}`;
  if (entrySum(before.sum, entry) !== sum)
    return t`entry ${number} is not as it was written: its checksum is another one`;
  if (cause.kind !== 'new' && (cause.of < 1 || cause.of >= number)) {
    return t`entry ${number} turns back entry ${cause.of}, which is not before it`;
  }
  for (const single of singleEdits(edit)) {
    for (const span of spansOf(single)) {
      const fault = problemWithRanges(text, span.ranges) ?? problemWithAttributes(text, span);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

function spansOf(edit: ReturnType<typeof singleEdits>[number]): readonly Span[] {
  if (edit.kind === 'replace-span') return [edit.before, edit.after];
  return edit.kind === 'add-span' || edit.kind === 'remove-span' ? [edit.span] : [];
}

function problemWithAttributes(text: string, { attributes }: Span): string | undefined {
  for (const { value } of attributes) {
    const fault = isRange(value) ? problemWithRanges(text, [value]) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}
