/** What the page showed at a moment when it said that everything is saved. */
export interface Shown {
  /** The spans of the list: id and label, and whether it has a note. */
  readonly spans: readonly (readonly [id: string, label: string, hasNote: boolean])[];
  /** What stood in the note field, and of which span; undefined where there was none. */
  readonly note: readonly [id: string, note: string] | undefined;
}

/** A span as far as this looks at it. */
interface StoredSpan {
  readonly id: string;
  readonly label: string;
  readonly note: string;
}

type StoredEdit =
  | { readonly kind: 'add-span' | 'remove-span'; readonly span: StoredSpan }
  | { readonly kind: 'replace-span'; readonly before: StoredSpan; readonly after: StoredSpan }
  | { readonly kind: 'together'; readonly edits: readonly StoredEdit[] }
  | { readonly kind: 'set-status' | 'add-link' | 'remove-link' };

/** One layer as it was found on the disk. */
export interface StoredLog {
  readonly entries: readonly { readonly number: number; readonly edit: StoredEdit }[];
  readonly head: { readonly number: number; readonly spanCount: number } | undefined;
  readonly snapshot: { readonly number: number; readonly spans: readonly StoredSpan[] } | undefined;
}

/** How a log stands beside what was shown. */
export interface Verdict {
  /** Edits that were shown as saved. */
  readonly edits: number;
  /** Moments whose state is nowhere in the log, so that something shown as saved is gone. */
  readonly lost: number;
  /** What does not fit together, as sentences. */
  readonly torn: readonly string[];
  readonly length: number;
}

/**
 * Replays a layer's log and looks for every state that was shown as saved, in the order in which they were shown and not
 * before entry number `from`. Also tells whether the log has gaps and whether its head and snapshot say what it says.
 */
export function checkLog({ entries, head, snapshot }: StoredLog, shown: readonly Shown[], from: number): Verdict {
  const torn: string[] = [];
  const states: ReadonlyMap<string, StoredSpan>[] = [new Map()];
  for (const [index, { number, edit }] of entries.entries()) {
    if (number !== index + 1) torn.push(`the log has ${number} in the place of ${index + 1}`);
    const next = new Map(states.at(-1));
    apply(next, edit);
    states.push(next);
  }
  const last = states.length - 1;
  if ((head?.number ?? 0) !== last) torn.push(`the head says ${head?.number} and the log ends with ${last}`);
  if ((head?.spanCount ?? 0) !== states[last]!.size) torn.push(`the head counts ${head?.spanCount} spans`);
  if (snapshot && keyOfSpans(snapshot.spans) !== keyOfSpans([...(states[snapshot.number]?.values() ?? [])]))
    torn.push(`the snapshot of ${snapshot.number} holds something else than the log`);
  return { ...found(states, shown, from), torn, length: last };
}

function found(states: readonly ReadonlyMap<string, StoredSpan>[], shown: readonly Shown[], from: number) {
  const keys = states.map((state) => keyOfSpans([...state.values()]));
  const notes = new Set(states.flatMap((state) => [...state.values()].map(({ id, note }) => `${id} ${note}`)));
  let at = from;
  let lost = 0;
  for (const { spans, note } of shown) {
    const next = keys.indexOf(keyOfShown(spans), at);
    if (next < 0) lost += 1;
    else at = next;
    if (note && note[1] !== '' && !notes.has(note.join(' '))) lost += 1;
  }
  return { edits: at - from, lost };
}

function apply(spans: Map<string, StoredSpan>, edit: StoredEdit): void {
  if (edit.kind === 'add-span') spans.set(edit.span.id, edit.span);
  else if (edit.kind === 'remove-span') spans.delete(edit.span.id);
  else if (edit.kind === 'replace-span') spans.set(edit.after.id, edit.after);
  else if (edit.kind === 'together') for (const part of edit.edits) apply(spans, part);
}

function keyOfSpans(spans: readonly StoredSpan[]): string {
  return keyOfShown(spans.map(({ id, label, note }) => [id, label, note !== ''] as const));
}

function keyOfShown(spans: Shown['spans']): string {
  return JSON.stringify(spans.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
