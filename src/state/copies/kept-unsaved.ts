import { type Dependencies } from '#state/dependencies.ts';
import { fileNameOf } from '#state/bundle-file-name.ts';
import { removeSetting } from '#storage/settings.ts';
import { loadUnsaved } from '#storage/unsaved.ts';

/** Something that an earlier page could not save, and that is kept apart until it fits or is discarded. */
export interface KeptUnsaved {
  readonly key: string;
  readonly kind: 'edits' | 'decisions' | 'comments' | 'guidelines';
  /** How many edits or writes it is. */
  readonly many: number;
  /** ISO time of the newest; empty where that is not known. */
  readonly at: string;
}

/** What an earlier page could not save and no start could write: it waits for its layer, or does not fit it any more. */
export async function readKept({ database }: Pick<Dependencies, 'database'>): Promise<readonly KeptUnsaved[]> {
  return (await loadUnsaved(database)).map(({ key, value }) => describe(key, value));
}

/** Downloads one of these as it is kept; nothing happens where it is gone. */
export async function downloadKept(
  { database, download }: Pick<Dependencies, 'database' | 'download'>,
  key: string,
): Promise<void> {
  const row = (await loadUnsaved(database)).find((each) => each.key === key);
  if (!row) return;
  const text = `${JSON.stringify(row.value, null, 2)}\n`;
  download(fileNameOf(key, 'json'), new Blob([text], { type: 'application/json' }));
}

export async function discardKept({ database }: Pick<Dependencies, 'database'>, key: string): Promise<void> {
  await removeSetting(database, key);
}

function describe(key: string, value: unknown): KeptUnsaved {
  if (Array.isArray(value)) {
    const times = value.map((each) => (each as { readonly step?: { readonly at?: string } }).step?.at ?? '');
    return { key, kind: 'edits', many: value.length, at: times.at(-1) ?? '' };
  }
  if (typeof value === 'object' && value !== null && 'review' in value && Array.isArray(value.review)) {
    return { key, kind: 'decisions', many: value.review.length, at: '' };
  }
  if (typeof value === 'object' && value !== null && 'threads' in value && Array.isArray(value.threads)) {
    return { key, kind: 'comments', many: value.threads.length, at: '' };
  }
  const { at } = (value ?? {}) as { readonly at?: unknown };
  return { key, kind: 'guidelines', many: 1, at: typeof at === 'string' ? at : '' };
}
