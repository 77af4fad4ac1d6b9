import { type FormatId, NATIVE, TEXT } from '#formats/exchange/detect-format.ts';
import { type TextBeside } from '#formats/exchange/find-articles.ts';
import { type Dropped, type DroppedFile, type Gathered } from '#formats/exchange/gather-datasets.ts';
import { type SourceFile } from '#formats/exchange/loose.ts';
import { readAs } from '#formats/exchange/read-as.ts';
import { type FileReading, readFileBytes } from '#formats/read-file.ts';
import { bytesOf, type FileSource } from './open-files.ts';
import { type ReadDatasetFiles } from './prepare-dataset.ts';

/** What files that belong together turned out to hold. */
export type Reading = FileReading | ({ readonly kind: 'dataset'; readonly fileName: string } & ReadDatasetFiles);

/** Reads files that belong together as one format. `texts` are files that documents without a text may belong to. */
export async function readGathered(
  { name, files }: Gathered<FileSource>,
  format: FormatId,
  texts: readonly DroppedFile<FileSource>[],
  report: (done: number, total: number) => void,
): Promise<Reading> {
  const [only] = files;
  const isOurs = format === NATIVE || format === TEXT;
  if (isOurs && files.length > 1) {
    return { kind: 'problems', fileName: name, problems: [{ place: 'file', message: SEVERAL }] };
  }
  const sources: SourceFile[] = [];
  for (const { head, source } of files) {
    const bytes = await bytesOf(source);
    if (!(bytes instanceof Uint8Array)) return { kind: 'problems', fileName: name, problems: [bytes] };
    sources.push({ path: head.path, bytes });
  }
  if (isOurs) return readFileBytes(name, sources[0]!.bytes, format === NATIVE ? 'bundle' : 'text', report);
  return {
    kind: 'dataset',
    fileName: name,
    loose: await readAs(format, sources),
    name,
    at: only?.source.at ?? '',
    beside: () => readTexts([...textFiles(files), ...texts]),
  };
}

const SEVERAL = 'these files are one dataset of another format: choose a bundle or a text by itself';

/** Files that may be the text of an article. */
export function textFilesIn(dropped: Dropped<FileSource>): readonly DroppedFile<FileSource>[] {
  return textFiles(dropped.kind === 'file' ? [dropped.file] : dropped.files);
}

function textFiles(files: readonly DroppedFile<FileSource>[]): readonly DroppedFile<FileSource>[] {
  return files.filter(({ head }) => /\.(?:txt|md)$/i.test(head.path));
}

async function readTexts(files: readonly DroppedFile<FileSource>[]): Promise<readonly TextBeside[]> {
  const texts: TextBeside[] = [];
  for (const { head, source } of files) {
    const bytes = await bytesOf(source);
    const reading = bytes instanceof Uint8Array ? readFileBytes(head.path, bytes, 'text') : undefined;
    if (reading?.kind === 'article') texts.push({ path: head.path, article: reading.article });
  }
  return texts;
}
