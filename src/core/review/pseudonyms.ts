import { t } from '#language/t.ts';
import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { inDrawnOrder } from '#core/split/in-drawn-order.ts';
import { seededNumber } from '#core/split/seeded-number.ts';
import { lettersOf } from '#core/text/letters-of.ts';

/**
 * What colleagues are called in a file for one reader: a letter for each, in an order that has nothing to do with names, and
 * an id that is the same in every file for that reader, and another for another reader.
 */
export function pseudonymsFor(
  colleagues: readonly Annotator[],
  reader: AnnotatorId,
): ReadonlyMap<AnnotatorId, Annotator> {
  const drawn = inDrawnOrder(
    colleagues.map(({ id }) => id),
    reader,
  );
  return new Map(
    drawn.map((id, index) => [id, { id: pseudonymId(id, reader), name: t`Annotator ${lettersOf(index)}` }]),
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
