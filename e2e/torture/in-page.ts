import { type Page } from 'playwright-core';
import { keysOnDisk, rowsOnDisk } from '../disk.ts';
import { type Shown, type StoredLog } from './check-log.ts';

/** Has every state of the span list told to `onShown` that is shown while the header says “Saved”. */
export async function watchSaved(page: Page, onShown: (shown: Shown) => void): Promise<void> {
  await page.exposeBinding('tellSaved', (_source, shown: Shown) => {
    onShown(shown);
  });
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { tellSaved: (shown: Shown) => Promise<void> }).tellSaved;
    let before = '';
    const look = (): void => {
      const list = document.querySelector('#spans-heading');
      if (!list || !document.querySelector('header [role=status][aria-label=Saved]')) return;
      const items = [...document.querySelectorAll<HTMLElement>('ul[aria-label=Spans] [data-item]')];
      const spans = items.map((item) => {
        const tag = item.querySelectorAll(':scope > span')[1];
        const label = [...(tag?.childNodes ?? [])].find((node) => node instanceof Text)?.textContent ?? '';
        return [
          item.dataset['item']!,
          label.toLowerCase(),
          item.querySelector('[aria-label^="Note: "]') !== null,
        ] as const;
      });
      // The list may follow a frame after the heading.
      if (!list.textContent?.endsWith(` ${spans.length}`)) return;
      const field = document.querySelector<HTMLTextAreaElement>('#span-note');
      const current = items.find((item) => item.getAttribute('aria-current') === 'true')?.dataset['item'];
      const note = field && current !== undefined ? ([current, field.value] as const) : undefined;
      const told = JSON.stringify({ spans, note });
      if (told === before) return;
      before = told;
      tell({ spans, note }).catch(() => undefined);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

/** Reads one layer from the disk as it is. */
export async function readLog(page: Page, layer: readonly [string, string, string]): Promise<StoredLog> {
  const [entries, [head], [snapshot]] = await rowsOnDisk<
    [StoredLog['entries'][number], StoredLog['head'], StoredLog['snapshot']]
  >(
    page,
    { table: 'entries', keyBegins: layer },
    { table: 'layers', keyBegins: layer },
    { table: 'snapshots', keyBegins: layer },
  );
  return { entries, head, snapshot };
}

/** How many rows these articles have in each table that an import writes. */
export async function countImported(page: Page, projectId: string, ids: readonly string[]): Promise<readonly number[]> {
  const tables = await keysOnDisk(page, 'articles', 'texts', 'layers', 'snapshots');
  return tables.map((keys) => {
    // The key of a text is the id of its article alone.
    const owners = keys.map((key) => (Array.isArray(key) ? (key as unknown[]) : [projectId, key]));
    return owners.filter(([of, id]) => of === projectId && ids.includes(id as string)).length;
  });
}

/** Whose layers are looked at, and the articles that are annotated. */
export interface Library {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly articleIds: readonly string[];
}

/** The only project, whoever annotates, and the articles of the library, as they are on the disk. */
export async function readLibrary(page: Page): Promise<Library> {
  const [settings, articles] = await rowsOnDisk<[{ key: string; value: string }, { id: string; projectId: string }]>(
    page,
    { table: 'settings' },
    { table: 'articles' },
  );
  return {
    projectId: articles[0]?.projectId ?? '',
    annotatorId: settings.find(({ key }) => key === 'annotatorId')?.value ?? '',
    articleIds: articles.map(({ id }) => id),
  };
}
