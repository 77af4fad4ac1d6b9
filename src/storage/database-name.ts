/** The name that the database has unless it had to be left. */
const FIRST_NAME = 'spanmark';
/** The file, in the browser's own file system, that names the database in its place. */
const FILE = 'database-name.txt';

/** The name of this browser's database. Never rejects. */
export async function databaseName(): Promise<string> {
  try {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(FILE)).getFile();
    const name = await file.text();
    return /^spanmark-\d{1,6}$/.test(name) ? name : FIRST_NAME;
  } catch {
    // There is no such file unless a database could not be opened any more.
    return FIRST_NAME;
  }
}

/** From the next start on the database is another one. The one before is not touched. Rejects where the disk refuses. */
export async function moveToNextDatabase(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getFileHandle(FILE, { create: true })).createWritable();
  await file.write(name);
  await file.close();
}

/** The name that comes after this one. */
export function nextDatabaseName(name: string): string {
  const [, number = '1'] = /-(\d+)$/.exec(name) ?? [];
  return `${FIRST_NAME}-${Number(number) + 1}`;
}
