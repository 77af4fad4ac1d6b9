import { type CarriedLayer, type Decision } from '#core/carry-over/carry-layer.ts';
import { type SpanId } from '#core/spans/span.ts';
import { LIMITS } from '#formats/limits.ts';
import { inMebi, quoted } from '#formats/wording.ts';
import { type CorrectionPreview, gradesOf, type TextProblem } from './correction-state.ts';

/** Why a text cannot be saved, and what to do. */
export const PROBLEM_SENTENCES: Readonly<Record<Exclude<TextProblem, 'none'>, string>> = {
  same: 'The text is as it was: there is nothing to save.',
  empty: 'The text is empty. To be rid of an article, take it out of the library.',
  'too-long': `The text is longer than the ${inMebi(LIMITS.text)} million characters that an article can have.`,
};

/** Says what has to be done before saving. */
export function undecidedSentence(undecided: number): string {
  return undecided === 1
    ? 'One span has no place in the new text yet. Decide about it, then save.'
    : `${undecided} spans have no place in the new text yet. Decide about each of them, then save.`;
}

/** Says that another tab writes a layer, the annotator's own or another's. */
export function busySentence(isOwn: boolean): string {
  const what = isOwn ? 'This article is being annotated' : 'Another annotator’s layer on this article is open';
  return `${what} in another tab. Close it there, then save again.`;
}

/** Says that an article with the very same text is in the project. */
export function alreadyThere(title: string, isRemoved: boolean): string {
  const place = isRemoved ? ' It was taken out of the library, where you can put it back.' : '';
  return `An article with this very text is here already: ${quoted(title, 80)}.${place}`;
}

/** What saving did, in the past tense, and where the earlier text is. */
export function savedSentence(
  preview: CorrectionPreview,
  decisions: ReadonlyMap<SpanId, Decision>,
  result: CarriedLayer | undefined,
): string {
  const { kept, changed, moved } = gradesOf(preview.own);
  const decided = preview.own.unplaced.map(({ before }) => decisions.get(before.id)?.kind);
  const placed = decided.filter((kind) => kind === 'place').length;
  const deleted = decided.filter((kind) => kind === 'delete').length;
  const parts: readonly (readonly [number, string])[] = [
    [kept + changed + moved, 'carried over'],
    [placed, 'placed by you'],
    [deleted, 'deleted'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${spans(count)} ${what}`);
  const links = result?.lostLinks.length ?? 0;
  if (links > 0) said.push(`${links === 1 ? '1 link' : `${links} links`} left out`);
  const left = preview.others.reduce((sum, one) => sum + one.spans.unplaced.length, 0);
  const others = left === 0 ? '' : ` Of other annotators, ${spans(left)} stayed with the earlier text.`;
  const what = said.length === 0 ? '' : ` ${said.join(', ')}.`;
  return `The correction is saved.${what}${others} The earlier text is in the library, among the articles taken out.`;
}

function spans(count: number): string {
  return count === 1 ? '1 span' : `${count} spans`;
}
