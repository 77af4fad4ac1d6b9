import { type CorrectionPreview, gradesOf } from '#state/correction/correction-state.ts';
import { plural } from '#ui/plural.ts';

/** One line for what a correction does: `1 word changed; 30 spans kept`. */
export function changeInWords({ words, own }: Pick<CorrectionPreview, 'words' | 'own'>): string {
  const { kept, changed, moved } = gradesOf(own);
  const text = listed(
    [
      [words.changed, 'changed'],
      [words.added, 'added'],
      [words.removed, 'removed'],
    ],
    'word',
  );
  const spans = listed(
    [
      [kept, 'kept'],
      [changed, 'with corrected words'],
      [moved, 'found elsewhere'],
      [own.unplaced.length, 'without a place'],
    ],
    'span',
  );
  return [text || 'No word changed', spans || 'no spans'].join('; ');
}

/** The figures that are not zero, the first with its noun. */
function listed(figures: readonly (readonly [number, string])[], noun: string): string {
  return figures
    .filter(([number]) => number > 0)
    .map(([number, what], index) => `${index === 0 ? plural(number, noun) : String(number)} ${what}`)
    .join(', ');
}
