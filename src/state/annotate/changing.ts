import { t } from '#language/t.ts';
import { listInWords } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { relabelEdit } from '#core/edits/relabel-edit.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { joinRanges, sameRanges } from '#core/text/range.ts';
import { type Span } from '#core/spans/span.ts';
import { nextEdge, withEdgeAt } from '#core/spans/span-edges.ts';
import { findSpan } from '#core/spans/span-index.ts';
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
    if (problem !== undefined) return refuse(t`That cannot be: ${problem}.`);
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
      if (span.label === label.id) return get().say(t`It is ${label.name} already.`);
      const { edit, lostLinks, lostValues } = relabelEdit(get().layer, labelSet(), span, label, now());
      const problem = problemWithPlace(get().layer.spans, label, span.ranges, span.id);
      if (problem !== undefined) return get().say(problem);
      get().commit(edit, [t`Changed to ${label.name}.`, ...lossesInWords(lostLinks.length, lostValues)].join(' '));
    },
    addFragment: (given) => {
      const { layer, selectedId, lastSelectedId, say } = get();
      const span = findSpan(layer.spans, selectedId ?? lastSelectedId);
      if (!span) return say(t`Select a span first, then the words to add to it.`);
      const label = findLabel(labelSet(), span.label);
      const range = given ?? (label && candidatesFor(label, get()).find(({ length }) => length === 1)?.[0]);
      if (!range) return say(t`Select the words to add to the span.`);
      const ranges = joinRanges([...span.ranges, range]);
      if (sameRanges(ranges, span.ranges)) return say(t`These words are in the span already.`);
      const notice = ranges.length > span.ranges.length ? t`Fragment added.` : t`Span extended.`;
      if (!change(span, { ranges }, notice)) return;
      set({ selectedId: span.id, selection: { anchor: range.to, head: range.to }, target: 'text' });
    },
    removeFragment: (id, index) => {
      const span = findSpan(get().layer.spans, id);
      if (!span?.ranges[index] || span.ranges.length < 2) return;
      change(span, { ranges: span.ranges.toSpliced(index, 1) }, t`Fragment removed.`);
    },
    setBoundary: (id, index, edge, offset) => {
      const span = findSpan(get().layer.spans, id);
      if (!span?.ranges[index]) return;
      const { text } = get().article;
      const ranges = withEdgeAt(text, span.ranges, index, edge, offset);
      if (!ranges) return get().say(t`A span cannot end before it starts.`);
      if (sameRanges(ranges, span.ranges)) return;
      change(span, { ranges }, t`Now: ${quoteOf(text, { ...span, ranges })}`);
    },
    moveBoundary: (edge, step, unit) => {
      const span = selectedSpan();
      if (!span) return get().say(t`Select a span first.`);
      const index = edge === 'from' ? 0 : span.ranges.length - 1;
      const { article, paragraphs, setBoundary } = get();
      const offset = nextEdge({ ...article, paragraphs }, span.ranges[index]!, edge, step, unit);
      setBoundary(span.id, index, edge, offset);
    },
    setNote: (id, typed) => {
      const span = findSpan(get().layer.spans, id);
      const note = typed.toWellFormed();
      if (!span || span.note === note) return;
      if (note.length > LIMITS.note) return get().say(t`A note can have at most ${LIMITS.note} characters.`);
      change(span, { note }, t`Note saved.`);
    },
  };
}

/** What a span lost with its label, as a sentence; none where it lost nothing. */
function lossesInWords(links: number, values: number): readonly string[] {
  const lost = [
    ...(links > 0 ? [links === 1 ? t`a link` : plural(links, 'link')] : []),
    ...(values > 0 ? [values === 1 ? t`a value` : plural(values, 'value')] : []),
  ];
  return lost.length === 0 ? [] : [t`What it cannot have went: ${listInWords(lost)}.`];
}
