import { t } from '#language/t.ts';
import { textField } from '#formats/exchange/fields.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem } from '#formats/problem.ts';

/** A span of doccano's. Ids are those of the file, or running numbers. */
export interface Entity {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Who made it, where the file says so for each; otherwise empty. */
  readonly user: string;
}

/** Where annotations are, in the order of preference. */
const FIELDS = ['entities', 'annotations', 'label', 'labels', 'column_label'] as const;

/**
 * The spans of a row, in whichever form: [start, end, label] or { label, start_offset, end_offset }. Labels of the whole text
 * and rows that are no span become problems.
 */
export function entitiesOf(
  place: string,
  row: Readonly<Record<string, unknown>>,
  problems: Problem[],
): readonly Entity[] {
  if (hasMembers(row['cats']))
    problems.push({ place, message: t`“cats” are about the whole text, not a span: left out` });
  const field = FIELDS.find((name) => hasMembers(row[name]));
  const written = field === undefined ? undefined : row[field];
  if (!Array.isArray(written)) {
    if (typeof written === 'string') problems.push({ place, message: WHOLE_TEXT });
    return [];
  }
  return written.flatMap((item: unknown, index): Entity[] => {
    const entity = entityOf(item, index);
    if (entity) return [entity];
    const message =
      typeof item === 'string' || typeof item === 'number'
        ? WHOLE_TEXT
        : t`a span needs a start, an end and a label: left out`;
    problems.push({ place: `${place}, ${field}[${index}]`, message });
    return [];
  });
}

const WHOLE_TEXT = t`the label is about the whole text, not a span: left out`;

function hasMembers(value: unknown): boolean {
  if (Array.isArray(value) || typeof value === 'string') return value.length > 0;
  return isObject(value) && Object.keys(value).length > 0;
}

function entityOf(item: unknown, index: number): Entity | undefined {
  const [from, to, label] = Array.isArray(item)
    ? (item as readonly unknown[])
    : isObject(item)
      ? [item['start_offset'], item['end_offset'], item['label']]
      : [];
  if (!Number.isInteger(from) || !Number.isInteger(to)) return undefined;
  const name = typeof label === 'number' ? String(label) : typeof label === 'string' ? label.toWellFormed() : '';
  if (name === '') return undefined;
  return {
    id: textField(item, 'id') || String(index + 1),
    label: name,
    from: from as number,
    to: to as number,
    user: textField(item, 'user'),
  };
}
