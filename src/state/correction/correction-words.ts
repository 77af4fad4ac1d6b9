import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { type CarriedLayer, type Decision } from '#core/carry-over/carry-layer.ts';
import { type SpanId } from '#core/spans/span.ts';
import { LIMITS } from '#formats/limits.ts';
import { inMebi, quoted } from '#formats/wording.ts';
import { type CorrectionPreview, gradesOf, type TextProblem } from './correction-state.ts';

/** Why a text cannot be saved, and what to do. */
export const PROBLEM_SENTENCES: Readonly<Record<Exclude<TextProblem, 'none'>, string>> = {
  same: t`The text is as it was: there is nothing to save.`,
  empty: t`The text is empty. To be rid of an article, take it out of the library.`,
  'too-long': t`The text is longer than the ${inMebi(LIMITS.text)} million characters that an article can have.`,
};

/** Says what has to be done before saving. */
export function undecidedSentence(undecided: number): string {
  return undecided === 1
    ? t`One span has no place in the new text yet. Decide about it, then save.`
    : plural(
        undecided,
        '# span has no place in the new text yet. Decide about each of them, then save.',
        '# spans have no place in the new text yet. Decide about each of them, then save.',
      );
}

/** Says that another tab writes a layer, the annotator's own or another's. */
export function busySentence(isOwn: boolean): string {
  return isOwn
    ? t`This article is being annotated in another tab. Close it there, then save again.`
    : t`Another annotator’s layer on this article is open in another tab. Close it there, then save again.`;
}

/** Says that an article with the very same text is in the project. */
export function alreadyThere(title: string, isRemoved: boolean): string {
  const here = t`An article with this very text is here already: ${quoted(title, 80)}.`;
  return isRemoved ? `${here} ${t`It was taken out of the library, where you can put it back.`}` : here;
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
  const carried = kept + changed + moved;
  const links = result?.lostLinks.length ?? 0;
  const said = [
    ...(carried > 0 ? [plural(carried, '# span carried over', '# spans carried over')] : []),
    ...(placed > 0 ? [plural(placed, '# span placed by you', '# spans placed by you')] : []),
    ...(deleted > 0 ? [plural(deleted, '# span deleted', '# spans deleted')] : []),
    ...(links > 0 ? [plural(links, '# link left out', '# links left out')] : []),
  ];
  const left = preview.others.reduce((sum, one) => sum + one.spans.unplaced.length, 0);
  return [
    t`The correction is saved.`,
    ...(said.length > 0 ? [`${withCommas(said)}.`] : []),
    ...(left > 0 ? [othersLeft(left)] : []),
    t`The earlier text is in the library, among the articles taken out.`,
  ].join(' ');
}

function othersLeft(left: number): string {
  return plural(
    left,
    'Of other annotators, # span stayed with the earlier text.',
    'Of other annotators, # spans stayed with the earlier text.',
  );
}
