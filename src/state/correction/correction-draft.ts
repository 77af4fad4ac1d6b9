import { type Decision } from '#core/carry-over/carry-layer.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { freezeText } from '#core/text/freeze.ts';
import { type TextRange } from '#core/text/range.ts';
import { type Database } from '#storage/database.ts';
import { loadSetting, removeSetting, saveSetting } from '#storage/settings.ts';
import { type StorageError } from '#storage/storage-error.ts';

/** A text that is being corrected and what was decided so far. */
export interface Draft {
  readonly text: string;
  readonly decisions: ReadonlyMap<SpanId, Decision>;
}

/** Under which key of the settings the draft of an article's correction is. */
export function draftKeyOf(projectId: ProjectId, articleId: ArticleId): string {
  return `correction ${JSON.stringify([projectId, articleId])}`;
}

/** The draft on the disk; undefined where there is none or it cannot be understood. */
export async function loadDraft(database: Database, key: string): Promise<Draft | undefined> {
  const stored = await loadSetting(database, key);
  if (!isRecord(stored) || typeof stored['text'] !== 'string') return undefined;
  const { text } = freezeText(stored['text']);
  const listed: readonly unknown[] = Array.isArray(stored['decisions']) ? stored['decisions'] : [];
  const decisions = new Map<SpanId, Decision>();
  for (const one of listed) {
    if (!isRecord(one) || typeof one['span'] !== 'string') continue;
    const ranges = rangesFrom(one['ranges']);
    const span = one['span'] as SpanId;
    if (ranges.length === 0) decisions.set(span, { kind: 'delete' });
    else if (problemWithRanges(text, ranges) === undefined) decisions.set(span, { kind: 'place', ranges });
  }
  return { text, decisions };
}

/** Writes drafts, one after another; of several that wait for the disk only the newest is written. */
export interface DraftKeeper {
  /** Keeps a draft, or forgets it where it is undefined. */
  readonly keep: (key: string, draft: Draft | undefined) => void;
  /** Ends when nothing waits any more. */
  readonly kept: () => Promise<void>;
}

export function createDraftKeeper(database: Database, onFailure: (message: string) => void): DraftKeeper {
  let waiting: { readonly key: string; readonly draft: Draft | undefined } | undefined;
  let running: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    try {
      for (let next = waiting; next; next = waiting) {
        waiting = undefined;
        if (next.draft) await saveSetting(database, next.key, settingOf(next.draft));
        else await removeSetting(database, next.key);
      }
    } catch (error) {
      onFailure((error as StorageError).message);
    } finally {
      running = undefined;
    }
  };
  const kept = async (): Promise<void> => {
    if (!running) return;
    await running;
    // More may have been typed meanwhile.
    await kept();
  };
  return {
    keep: (key, draft) => {
      waiting = { key, draft };
      running ??= drain();
    },
    kept,
  };
}

/** No ranges stand for a span that is to be deleted. */
function settingOf({ text, decisions }: Draft) {
  const listed = [...decisions].map(([span, decision]) => ({
    span,
    ranges: decision.kind === 'place' ? decision.ranges : [],
  }));
  return { text, decisions: listed };
}

function rangesFrom(value: unknown): readonly TextRange[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  return listed.flatMap((one) => {
    if (!isRecord(one) || typeof one['from'] !== 'number' || typeof one['to'] !== 'number') return [];
    return [{ from: one['from'], to: one['to'] }];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
