import { type LinkType, mayEndAt } from '#core/labels/link-type.ts';
import { extentOf, type Span } from '#core/spans/span.ts';
import { codePointBefore, isLetterOrNumber } from '#core/text/code-points.ts';
import { snapToWords } from '#core/text/words.ts';
import { type LinkCandidate, linkCandidates, type LinkScene } from '#core/suggest/link-candidates.ts';

/** As many as a person will look at. */
const SHOWN = 30;

/**
 * Where a link of this type from the span may end: the likely ends, or those with the typed words in them, in any case. Words
 * that no likely end has are looked for in the whole text, whole words by their start: the place nearest to the span can
 * get a span of its own.
 */
export function linkEndsFor(scene: LinkScene, from: Span, type: LinkType, typed: string): readonly LinkCandidate[] {
  const likely = linkCandidates(scene, from, type);
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return likely.slice(0, SHOWN);
  const fitting = likely.filter(({ words }) => words.toLowerCase().includes(wanted));
  const found = placeOfWords(scene, from, type, wanted);
  const isThere = fitting.some(({ words }) => words.toLowerCase() === found?.words.toLowerCase());
  return (found && !isThere ? [...fitting, found] : fitting).slice(0, SHOWN);
}

function placeOfWords(scene: LinkScene, from: Span, type: LinkType, wanted: string): LinkCandidate | undefined {
  const { text } = scene.article;
  const lower = text.toLowerCase();
  const label = scene.labelSet.labels.find(({ id }) => mayEndAt(type, id));
  // A few letters change their length in lower case: then offsets would be wrong.
  if (!label || lower.length !== text.length) return undefined;
  const { from: start } = extentOf(from);
  let best: number | undefined;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (isLetterOrNumber(codePointBefore(text, at))) continue;
    if (best === undefined || Math.abs(at - start) < Math.abs(best - start)) best = at;
  }
  if (best === undefined) return undefined;
  const found = { from: best, to: best + wanted.length };
  const range = snapToWords(text, scene.paragraphs, found, scene.article.language) ?? found;
  return { span: undefined, label, range, words: text.slice(range.from, range.to), cue: undefined };
}
