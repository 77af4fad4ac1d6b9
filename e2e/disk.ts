import { type Page } from 'playwright-core';

/** Rows of a table: all of them, or those whose key begins so. */
interface Wanted {
  readonly table: string;
  readonly keyBegins?: readonly string[];
}

/** Reads rows of the database as they are on the disk, past the app's own code, all in one transaction. */
export async function rowsOnDisk<Rows extends readonly unknown[]>(
  page: Page,
  ...wanted: { readonly [Index in keyof Rows]: Wanted }
): Promise<{ readonly [Index in keyof Rows]: readonly Rows[Index][] }> {
  return (await readDisk(page, 'getAll', wanted)) as never;
}

/** The keys of everything in these tables. */
export async function keysOnDisk(page: Page, ...tables: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  return readDisk(
    page,
    'getAllKeys',
    tables.map((table) => ({ table })),
  );
}

async function readDisk(
  page: Page,
  method: 'getAll' | 'getAllKeys',
  wanted: readonly Wanted[],
): Promise<readonly (readonly unknown[])[]> {
  return page.evaluate(
    async ([how, all]) => {
      // It runs in the page, where nothing of this file is.
      // oxlint-disable-next-line unicorn/consistent-function-scoping
      const result = async <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => {
            resolve(request.result);
          });
          request.addEventListener('error', () => {
            reject(request.error!);
          });
        });
      const database = await result(indexedDB.open('spanmark'));
      const stores = database.transaction(all.map(({ table }) => table));
      const found = await Promise.all(
        all.map(async ({ table, keyBegins }) => {
          // An array comes after every text and number, so what only begins like this lies in between.
          const range = keyBegins && IDBKeyRange.bound(keyBegins, [...keyBegins, []]);
          const rows = stores.objectStore(table);
          return how === 'getAll' ? result(rows.getAll(range)) : result(rows.getAllKeys(range));
        }),
      );
      database.close();
      return found;
    },
    [method, wanted] as const,
  );
}

/** Takes the database away, as a browser does that needs room; what else this browser has of the app stays. */
export async function clearDatabase(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'indexeddb' });
  await session.detach();
}

/** The files of a folder that only this browser sees, text by path; none where it is missing or just being changed. */
export async function filesInBrowser(page: Page, folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await page.evaluate(async (name) => {
    const walk = async (at: FileSystemDirectoryHandle, path: string): Promise<[string, string][]> => {
      const all = at as unknown as {
        values: () => AsyncIterable<FileSystemDirectoryHandle | FileSystemFileHandle>;
      };
      const found: [string, string][] = [];
      for await (const each of all.values()) {
        if (each.kind === 'directory') found.push(...(await walk(each, `${path}${each.name}/`)));
        else found.push([`${path}${each.name}`, await (await each.getFile()).text()]);
      }
      return found;
    };
    const root = await navigator.storage.getDirectory();
    try {
      return await walk(await root.getDirectoryHandle(name), '');
    } catch {
      return [];
    }
  }, folder);
  return new Map(files);
}
