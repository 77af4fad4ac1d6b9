import { type CorrectionPreview, gradesOf } from '#state/correction/correction-state.ts';
import { withCommas, withSemicolons } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { t } from '#language/t.ts';

/** One line for what a correction does: `1 word changed; 30 spans kept`. */
export function changeInWords({ words, own }: Pick<CorrectionPreview, 'words' | 'own'>): string {
  const { kept, changed, moved } = gradesOf(own);
  const unplaced = own.unplaced.length;
  const text = listed([
    [words.changed, plural(words.changed, '# word changed', '# words changed'), t`${words.changed} changed`],
    [words.added, plural(words.added, '# word added', '# words added'), t`${words.added} added`],
    [words.removed, plural(words.removed, '# word removed', '# words removed'), t`${words.removed} removed`],
  ]);
  const spans = listed([
    [kept, plural(kept, '# span kept', '# spans kept'), t`${kept} kept`],
    [changed, changedInWords(changed), t`${changed} with corrected words`],
    [moved, movedInWords(moved), t`${moved} found elsewhere`],
    [unplaced, plural(unplaced, '# span without a place', '# spans without a place'), t`${unplaced} without a place`],
  ]);
  return withSemicolons([text || t`No word changed`, spans || t`no spans`]);
}

/** How many spans have other words than before. */
export function changedInWords(spans: number): string {
  return plural(spans, '# span with corrected words', '# spans with corrected words');
}

/** How many spans are at another place than before. */
export function movedInWords(spans: number): string {
  return plural(spans, '# span found elsewhere', '# spans found elsewhere');
}

/** The figures that are not zero, the first with its noun. */
function listed(figures: readonly (readonly [number: number, withNoun: string, without: string])[]): string {
  const some = figures.filter(([number]) => number > 0);
  return withCommas(some.map(([, withNoun, without], index) => (index === 0 ? withNoun : without)));
}
