import { t } from '#language/t.ts';
import { type Label } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { candidatesFor, twinOf } from '#state/annotate/candidates.ts';
import { useAnnotate, useSession } from '#state/react.tsx';
import { useEffect, useMemo, useState } from 'react';
import styles from './key-hint.module.css';
import { useKeyText } from './keys/use-key-text.ts';

/** One line that says what the keys would do now, with the words that they would take. */
export function KeyHint() {
  const labels = useSession((state) => state.project.labelSet.labels);
  const keyText = useKeyText();
  const taken = useTakenWords(labels);
  const spans = useAnnotate((state) => state.layer.spans);
  const state = useAnnotate(hintPartOf);
  const hint = hintFor(JSON.parse(state) as HintPart, labels, keyText, () => wordsInTurn(taken, spans));
  return (
    <p className={styles.hint} title={hint}>
      {hint}
    </p>
  );
}

/** What of the state the hint depends on, besides the words that labels take. */
interface HintPart {
  readonly permission: AnnotateState['permission'];
  readonly armed: string | undefined;
  readonly selectedLabel: string | undefined;
  readonly target: AnnotateState['target'];
  readonly selecting: 'nothing' | 'caret' | 'words';
}

/** As text, so that the hint is made anew only where a part of it changed. */
function hintPartOf({ permission, armed, layer, selectedId, target, selection }: AnnotateState): string {
  const selecting = !selection ? 'nothing' : selection.anchor === selection.head ? 'caret' : 'words';
  const selectedLabel = findSpan(layer.spans, selectedId)?.label;
  return JSON.stringify({ permission, armed, selectedLabel, target, selecting } satisfies HintPart);
}

export interface Taken {
  readonly label: Label;
  readonly candidates: ReturnType<typeof candidatesFor>;
  readonly text: string;
}

/**
 * What each label, or each with a key, could take at the caret. Finding sentences and names takes longer than drawing a span, so it is
 * done after the caret has been drawn, and only for another place.
 */
export function useTakenWords(labels: readonly Label[], isByKey = true): readonly Taken[] {
  const article = useAnnotate((state) => state.article);
  const paragraphs = useAnnotate((state) => state.paragraphs);
  const selection = useAnnotate((state) => state.selection);
  const place = useSettled(useMemo(() => ({ article, paragraphs, selection }), [article, paragraphs, selection]));
  return useMemo(() => {
    if (!place || place.selection?.anchor !== place.selection?.head) return [];
    const offered = labels.filter(({ key }) => !isByKey || key !== '');
    return offered.map((label) => ({ label, candidates: candidatesFor(label, place), text: place.article.text }));
  }, [labels, place, isByKey]);
}

/** How long the caret rests before it is told what the keys would take there: shorter than it takes to look. */
const REST_MS = 60;

/** The value once it has stayed the same for a moment; undefined before the first has. */
function useSettled<Value>(value: Value): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}

/** For each label with something left to take its key and the first words of it. */
function wordsInTurn(taken: readonly Taken[], spans: readonly Span[]): readonly string[] {
  return taken.flatMap((each) => {
    const words = firstWordsTaken(each, spans);
    return words === undefined ? [] : [`${each.label.key} ${words}`];
  });
}

/** The first words of what the label would take next; undefined where all of it is taken. */
export function firstWordsTaken({ label, candidates, text }: Taken, spans: readonly Span[]): string | undefined {
  const ranges = candidates.find((each) => !twinOf(spans, label.id, each));
  return ranges?.map(({ from, to }) => shorten(text.slice(from, Math.min(to, from + 200)))).join(' … ');
}

function hintFor(
  { permission, armed, selectedLabel, target, selecting }: HintPart,
  labels: readonly Label[],
  keyText: (id: string) => string,
  wordsTaken: () => readonly string[],
): string {
  const keyed = labels.filter(({ key }) => key !== '');
  const nameOf = (wanted: string): string => labels.find(({ id }) => id === wanted)?.name ?? wanted;
  if (permission !== 'write') return t`Read only: Tab walks through the spans.`;
  if (armed !== undefined) return t`${nameOf(armed)} is armed: everything you select is tagged. Esc puts it down.`;
  if (target === 'span' && selectedLabel !== undefined) {
    const digits = keyed.map(({ key }) => key).join(' ');
    const first = t`${nameOf(selectedLabel)} selected: ${digits} relabel`;
    const note = hintWith(keyText('write-note'), (key) => t`${key} note`);
    // The key that says what it does stands alone.
    const deletes = hintWith(keyText('delete-span'), (key) => (key === 'Delete' ? key : t`${key} delete`));
    return [first, t`Shift+←/→ move its end`, note, deletes].filter(Boolean).join(' · ');
  }
  if (selecting === 'words') {
    const fragment = keyText('add-fragment');
    const adds = selectedLabel === undefined ? '' : hintWith(fragment, (key) => t`${key} adds it to the span`);
    const does = [...keyed.map(({ key, name }) => `${key} ${name}`), adds].filter(Boolean);
    return t`Selected: ${does.join(' · ')}`;
  }
  const takes = selecting === 'caret' ? wordsTaken() : [];
  return takes.length > 0 ? takes.join('  ·  ') : t`Click a word, then press a key. Or select words first.`;
}

/** What is said of a key; without a key there is nothing to say. */
function hintWith(key: string, words: (key: string) => string): string {
  return key === '' ? '' : words(key);
}

/** The first words, kept apart from what stands around them where they run from right to left. */
export function shorten(quote: string): string {
  const words = quote.split(/\s+/);
  const shown = `\u2068${words.slice(0, 4).join(' ')}${words.length > 4 ? '…' : ''}\u2069`;
  // A quotation has its own marks.
  return /^["“”„«»‘’‚'‹›「『]/.test(quote) ? shown : t`“${shown}”`;
}
