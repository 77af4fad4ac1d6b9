const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{Letter}/gu;

/** True where most letters are of a script that runs from right to left; false where there are no letters. */
export function isRightToLeft(text: string): boolean {
  return shareOf(text) > 0.5;
}

/** The direction of a line: that of nearly all of its letters, else that of what it stands in. */
export function runsFromRight(text: string, around: boolean): boolean {
  const share = shareOf(text);
  return around ? share > 0.1 || Number.isNaN(share) : share > 0.9;
}

/** The share of letters that run from right to left; NaN where there are none. */
function shareOf(text: string): number {
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) / (text.match(LETTER)?.length ?? 0);
}

/** True where a text holds a letter or digit that runs from left to right, whatever is around it. */
export function runsLeftToRight(text: string): boolean {
  return /[\p{Letter}\p{Number}]/u.test(text.replaceAll(RIGHT_TO_LEFT, ''));
}

/** True where a text holds a letter of a script that runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return text.search(RIGHT_TO_LEFT) !== -1;
}

const ARABIC_FORMS = /[\uFB50-\uFBB1\uFBD3-\uFBFF\uFC00-\uFC5D\uFC64-\uFCF1\uFCF5-\uFD3D\uFD50-\uFDC7\uFE80-\uFEFC]/g;

/**
 * The letters of Arabic where a file has the shapes that they take in a word, as many programs print them: nobody types
 * these, so no search would find them. Nothing else changes.
 */
export function arabicLetters(text: string): string {
  return text.replace(ARABIC_FORMS, (form) => form.normalize('NFKC'));
}

const BRACKETS = '()[]{}<>«»‹›⟨⟩';

/** Brackets the other way round: a file has them as they look, and a text as they are meant where it runs from right to left. */
export function mirrored(text: string): string {
  return text.replaceAll(/[()[\]{}<>«»‹›⟨⟩]/g, (bracket) => {
    const at = BRACKETS.indexOf(bracket);
    return BRACKETS[at % 2 === 0 ? at + 1 : at - 1]!;
  });
}
