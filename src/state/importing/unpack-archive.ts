import { createArchiveReader, isArchive } from '#formats/exchange/read-archive.ts';
import { type ChosenFolder } from '#workers/open-files.ts';

/** The directory of an archive is at its end; so much of it is looked at, in bytes. */
const DIRECTORY_BYTES = 1024 * 1024;

/** Names of files that only the page can read, since a worker has no parser for them. */
const PAGES = /\.(?:x?html?|mht(?:ml)?|docx|epub)(?![\w.])/i;

/**
 * An archive as a folder where some of its files are such that only the page can read; undefined for everything else, which
 * the worker reads. It is unpacked within the limits of all archives.
 */
export async function unpackedArchive(file: File): Promise<ChosenFolder | undefined> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (!isArchive(start)) return undefined;
  const end = await file.slice(Math.max(0, file.size - DIRECTORY_BYTES)).arrayBuffer();
  if (!PAGES.test(new TextDecoder('windows-1252').decode(end))) return undefined;
  const reader = createArchiveReader();
  const stream = file.stream().getReader();
  for (;;) {
    const { done, value } = await stream.read();
    if (done) break;
    if (reader.push(value)) continue;
    await stream.cancel();
    break;
  }
  const { files, problems } = reader.end();
  const { lastModified } = file;
  return {
    name: file.name,
    files: files.map(({ path, bytes }) => ({ path, file: new File([bytes as BlobPart], path, { lastModified }) })),
    unread: [],
    problems,
  };
}

/** True for what a browser saved beside a page (`Page_files/…` beside `Page.html`): advertisements and scripts, no articles. */
export function isBesidePage(path: string, paths: ReadonlySet<string>): boolean {
  const [, page] = /^(.+)_(?:files|Dateien|fichiers|archivos)\//i.exec(path) ?? [];
  return page !== undefined && (paths.has(`${page}.html`) || paths.has(`${page}.htm`));
}
