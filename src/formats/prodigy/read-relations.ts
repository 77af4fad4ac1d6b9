import { t } from '#language/t.ts';
import { objectsField, textField, wholeNumber } from '#formats/exchange/fields.ts';
import { type LooseLink, type LooseSpan } from '#formats/exchange/loose.ts';
import { type ProblemList } from '#formats/problem.ts';

type Row = Readonly<Record<string, unknown>>;

/** The task's relations between spans of `spans`; those that join bare tokens, or spans that are not there, are problems. */
export function linksOf(
  place: string,
  row: Row,
  spans: readonly LooseSpan[],
  problems: ProblemList,
): readonly LooseLink[] {
  const relations = objectsField(row, 'relations');
  if (relations.length === 0) return [];
  const find = spanFinder(row, spans);
  return relations.flatMap((relation, index): LooseLink[] => {
    const from = find(relation['head_span'], wholeNumber(relation, 'head'));
    const to = find(relation['child_span'], wholeNumber(relation, 'child'));
    const type = textField(relation, 'label');
    if (from !== undefined && to !== undefined && type !== '') {
      return [{ id: textField(relation, 'id') || `link ${index + 1}`, type, from, to }];
    }
    problems.add(place, t`relations[${index}] does not join two spans of the task`);
    return [];
  });
}

/** Finds the id of a span by our id, by its place and label, or by its last token. */
function spanFinder(row: Row, spans: readonly LooseSpan[]) {
  const ids = new Set(spans.map(({ id }) => id));
  const byPlace = new Map(spans.map(({ id, label, ranges: [range] }) => [placeKey(label, range!.from, range!.to), id]));
  const byToken = new Map<number, string>();
  let place = 0;
  for (const each of objectsField(row, 'spans')) {
    if (textField(each, 'label') === '') continue;
    byToken.set(wholeNumber(each, 'token_end'), spans[place]!.id);
    place += 1;
  }
  return (end: unknown, token: number): string | undefined => {
    const id = textField(end, 'id');
    if (ids.has(id)) return id;
    const key = placeKey(textField(end, 'label'), wholeNumber(end, 'start'), wholeNumber(end, 'end'));
    return byPlace.get(key) ?? (Number.isNaN(token) ? undefined : byToken.get(token));
  };
}

function placeKey(label: string, from: number, to: number): string {
  return JSON.stringify([label, from, to]);
}
