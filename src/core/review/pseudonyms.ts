import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { seededNumber } from '#core/split/seeded-number.ts';
import { compareText } from '#core/text/compare-text.ts';

/**
 * What colleagues are called in a file for one reader: a letter for each, in an order that has nothing to do with names, and
 * an id that is the same in every file for that reader, and another for another reader.
 */
export function pseudonymsFor(
  colleagues: readonly Annotator[],
  reader: AnnotatorId,
): ReadonlyMap<AnnotatorId, Annotator> {
  const drawn = colleagues
    .map(({ id }) => ({ id, number: seededNumber(reader, id) }))
    .toSorted((a, b) => a.number - b.number || compareText(a.id, b.id));
  return new Map(
    drawn.map(({ id }, index) => [id, { id: pseudonymId(id, reader), name: `Annotator ${lettersOf(index)}` }]),
  );
}

function pseudonymId(id: AnnotatorId, reader: AnnotatorId): AnnotatorId {
  const part = (key: string): string => {
    return Math.floor(seededNumber(`${key} ${reader}`, id) * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  };
  return `blind-${part('one')}${part('two')}` as AnnotatorId;
}

/** A to Z, then AA to AZ and so on. */
function lettersOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : `${lettersOf(Math.floor(index / 26) - 1)}${last}`;
}
