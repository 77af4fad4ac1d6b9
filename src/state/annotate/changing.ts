import { findLabel } from '#core/labels/label-set.ts';
import { relabelEdit } from '#core/edits/relabel-edit.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { joinRanges, sameRanges, type TextRange } from '#core/text/range.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import {
  characterAfter,
  characterBefore,
  trimRange,
  withoutHalfCharacters,
  wordEdgeAfter,
  wordEdgeBefore,
} from '#core/text/words.ts';
import { LIMITS } from '#formats/limits.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { candidatesFor, problemWithPlace } from './candidates.ts';
import { quoteOf } from '#core/spans/quote-of.ts';

type Changing = Pick<
  AnnotateState,
  'relabel' | 'addFragment' | 'removeFragment' | 'setBoundary' | 'moveBoundary' | 'setNote'
>;

/** Changing spans that are there. Every action is one edit. */
export function createChanging({ dependencies, session, set, get }: Parts): Changing {
  const { now } = dependencies;
  const labelSet = () => session.getState().project.labelSet;

  /** Replaces a span by a changed copy; says why, does nothing and gives false where the change cannot be. */
  const change = (before: Span, part: Partial<Span>, notice: string): boolean => {
    const { article, commit } = get();
    const after: Span = { ...before, ...part, changedAt: now() };
    const problem = problemWithRanges(article.text, after.ranges);
    if (problem !== undefined) return refuse(`That cannot be: ${problem}.`);
    const label = findLabel(labelSet(), after.label);
    const taken = label && problemWithPlace(get().layer.spans, label, after.ranges, before.id);
    if (taken !== undefined) return refuse(taken);
    return commit({ kind: 'replace-span', before, after }, notice);
  };

  const refuse = (text: string): false => {
    get().say(text);
    return false;
  };

  const selectedSpan = (): Span | undefined => findSpan(get().layer.spans, get().selectedId);

  return {
    relabel: (id, labelId) => {
      const span = findSpan(get().layer.spans, id);
      const label = findLabel(labelSet(), labelId);
      if (!span || !label) return;
      if (span.label === label.id) return get().say(`It is ${label.name} already.`);
      const { edit, lostLinks, lostValues } = relabelEdit(get().layer, labelSet(), span, label, now());
      const problem = problemWithPlace(get().layer.spans, label, span.ranges, span.id);
      if (problem !== undefined) return get().say(problem);
      get().commit(edit, `Changed to ${label.name}.${lossesInWords(lostLinks.length, lostValues)}`);
    },
    addFragment: (given) => {
      const { layer, selectedId, lastSelectedId, say } = get();
      const span = findSpan(layer.spans, selectedId ?? lastSelectedId);
      if (!span) return say('Select a span first, then the words to add to it.');
      const label = findLabel(labelSet(), span.label);
      const range = given ?? (label && candidatesFor(label, get()).find(({ length }) => length === 1)?.[0]);
      if (!range) return say('Select the words to add to the span.');
      const ranges = joinRanges([...span.ranges, range]);
      if (sameRanges(ranges, span.ranges)) return say('These words are in the span already.');
      const notice = ranges.length > span.ranges.length ? 'Fragment added.' : 'Span extended.';
      if (!change(span, { ranges }, notice)) return;
      set({ selectedId: span.id, selection: { anchor: range.to, head: range.to }, target: 'text' });
    },
    removeFragment: (id, index) => {
      const span = findSpan(get().layer.spans, id);
      if (!span?.ranges[index] || span.ranges.length < 2) return;
      change(span, { ranges: span.ranges.toSpliced(index, 1) }, 'Fragment removed.');
    },
    setBoundary: (id, index, edge, offset) => {
      const span = findSpan(get().layer.spans, id);
      const range = span?.ranges[index];
      if (!span || !range) return;
      const { text } = get().article;
      const moved = { ...range, [edge]: Math.max(0, Math.min(offset, text.length)) };
      if (moved.from >= moved.to) return get().say('A span cannot end before it starts.');
      const others = span.ranges.toSpliced(index, 1);
      const ranges = joinRanges([...others, withoutHalfCharacters(text, moved)]);
      if (sameRanges(ranges, span.ranges)) return;
      change(span, { ranges }, `Now: ${quoteOf(text, { ...span, ranges })}`);
    },
    moveBoundary: (edge, step, unit) => {
      const span = selectedSpan();
      if (!span) return get().say('Select a span first.');
      const index = edge === 'from' ? 0 : span.ranges.length - 1;
      get().setBoundary(span.id, index, edge, nextBoundary(get(), span.ranges[index]!, edge, step, unit));
    },
    setNote: (id, typed) => {
      const span = findSpan(get().layer.spans, id);
      const note = typed.toWellFormed();
      if (!span || span.note === note) return;
      if (note.length > LIMITS.note) return get().say(`A note can have at most ${LIMITS.note} characters.`);
      change(span, { note }, 'Note saved.');
    },
  };
}

function lossesInWords(links: number, values: number): string {
  const lost = [
    ...(links > 0 ? [links === 1 ? 'a link' : `${links} links`] : []),
    ...(values > 0 ? [values === 1 ? 'a value' : `${values} values`] : []),
  ];
  return lost.length === 0 ? '' : ` What it cannot have went: ${lost.join(' and ')}.`;
}

/** Where an edge comes to rest: at a word's edge that faces it, or one character on. */
function nextBoundary(
  { article, paragraphs }: AnnotateState,
  range: TextRange,
  edge: 'from' | 'to',
  step: 1 | -1,
  unit: 'word' | 'character',
): number {
  const { text, language } = article;
  const offset = range[edge];
  if (unit === 'character') return step === 1 ? characterAfter(text, offset) : characterBefore(text, offset);
  const reached = (step === 1 ? wordEdgeAfter : wordEdgeBefore)(text, paragraphs, offset, language);
  const moved = { ...range, [edge]: reached };
  // It stops at the far side of the white space, so that the span neither starts nor ends with a space.
  return moved.from < moved.to ? (trimRange(text, moved)?.[edge] ?? offset) : reached;
}
