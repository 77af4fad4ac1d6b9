import { type Label } from '#core/labels/label-set.ts';
import { findSpan } from '#core/spans/span-order.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { nextCandidate } from '#state/annotate/candidates.ts';
import { useAnnotate, useSession } from '#state/react.tsx';
import styles from './key-hint.module.css';
import { useKeyText } from './keys/use-key-text.ts';

/** One line that says what the keys would do now, with the words that they would take. */
export function KeyHint() {
  const labels = useSession((state) => state.project.labelSet.labels);
  const keyText = useKeyText();
  const hint = useAnnotate((state) => hintFor(state, labels, keyText));
  return (
    <p className={styles.hint} title={hint}>
      {hint}
    </p>
  );
}

function hintFor(state: AnnotateState, labels: readonly Label[], keyText: (id: string) => string): string {
  const { article, selection, selectedId, target, armed, permission } = state;
  const keyed = labels.filter(({ key }) => key !== '');
  if (permission !== 'write') return 'Read only: Tab walks through the spans.';
  const armedName = labels.find(({ id }) => id === armed)?.name;
  if (armedName !== undefined) return `${armedName} is armed: everything you select is tagged. Esc puts it down.`;
  const selected = findSpan(state.layer.spans, selectedId);
  if (target === 'span' && selected) {
    const name = labels.find(({ id }) => id === selected.label)?.name ?? selected.label;
    const digits = keyed.map(({ key }) => key).join(' ');
    const more = [withKey(keyText('write-note'), 'note'), withKey(keyText('delete-span'), 'delete')];
    return [`${name} selected: ${digits} relabel`, 'Shift+←/→ move its end', ...more].filter(Boolean).join(' · ');
  }
  if (!selection) return 'Click a word, then press a key. Or select words first.';
  if (selection.anchor !== selection.head) {
    const fragment = keyText('add-fragment');
    return `Selected: ${keyed.map(({ key, name }) => `${key} ${name}`).join(' · ')}${selected && fragment !== '' ? ` · ${fragment} adds it to the span` : ''}`;
  }
  const takes = keyed.flatMap((label) => {
    const ranges = nextCandidate(label, state);
    if (!ranges) return [];
    const starts = ranges.map(({ from, to }) => article.text.slice(from, Math.min(to, from + 200)));
    return [`${label.key} ${starts.map(shorten).join(' … ')}`];
  });
  return takes.length > 0 ? takes.join('  ·  ') : 'Click a word, then press a key. Or select words first.';
}

/** `N note`; a key that says what it does stands alone, and without a key there is nothing to say. */
function withKey(key: string, words: string): string {
  return key === '' || key.toLowerCase() === words ? key : `${key} ${words}`;
}

/** The first words, kept apart from what stands around them where they run from right to left. */
function shorten(quote: string): string {
  const words = quote.split(/\s+/);
  const shown = `\u2068${words.slice(0, 4).join(' ')}${words.length > 4 ? '…' : ''}\u2069`;
  // A quotation has its own marks.
  return /^["“”„«»‘’‚'‹›「『]/.test(quote) ? shown : `“${shown}”`;
}
