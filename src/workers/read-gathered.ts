import { t } from '#language/t.ts';
import { type FormatId, isOfOthers, PDF, TABLE, TEXT } from '#formats/exchange/detect-format.ts';
import { type TextBeside } from '#formats/exchange/find-articles.ts';
import { type Dropped, type DroppedFile, type Gathered } from '#formats/exchange/gather-datasets.ts';
import { type SourceFile } from '#formats/exchange/loose.ts';
import { readAs } from '#formats/exchange/read-as.ts';
import { type FileReading, readFileBytes } from '#formats/read-file.ts';
import { bytesOf, type FileSource } from './open-files.ts';
import { readTextBytes, type TextEncoding } from './read-text.ts';
import { type ReadDatasetFiles } from './prepare-dataset.ts';
import { type PdfReading, readPdfFile } from './read-pdf.ts';
import { readTableBytes, type TableChoices, type TableReading } from './read-table.ts';

/** What files that belong together turned out to hold. */
export type Reading =
  | (FileReading & TextEncoding)
  | (PdfReading & TextEncoding)
  | TableReading
  | ({ readonly kind: 'dataset'; readonly fileName: string } & ReadDatasetFiles);

/** How the user wants a file to be read that is no dataset; an empty encoding is to be found out. */
export interface ReadingChoices {
  readonly encoding?: string | undefined;
  readonly table?: TableChoices | undefined;
}

/**
 * Reads files that belong together as one format. `texts` are files that documents without a text may belong to; the rest is
 * how the user wants a text or a table to be read.
 */
export async function readGathered(
  { name, files }: Gathered<FileSource>,
  format: FormatId,
  texts: readonly DroppedFile<FileSource>[],
  report: (done: number, total: number) => void,
  { encoding = '', table = {} }: ReadingChoices = {},
): Promise<Reading> {
  const [only] = files;
  const isOurs = !isOfOthers(format);
  if (isOurs && files.length > 1) {
    return { kind: 'problems', fileName: name, problems: [{ place: 'file', message: SEVERAL }] };
  }
  if (format === PDF) return readPdfFile(name, only!.source, report);
  const sources: SourceFile[] = [];
  for (const { head, source } of files) {
    const bytes = await bytesOf(source);
    if (!(bytes instanceof Uint8Array)) return { kind: 'problems', fileName: name, problems: [bytes] };
    sources.push({ path: head.path, bytes });
  }
  if (format === TABLE) return readTableBytes(name, sources[0]!.bytes, table);
  if (format === TEXT) return readTextBytes(name, sources[0]!.bytes, encoding);
  if (isOurs) return readFileBytes(name, sources[0]!.bytes, 'bundle', report);
  return {
    kind: 'dataset',
    fileName: name,
    loose: await readAs(format, sources),
    paths: sources.map(({ path }) => path),
    name,
    at: only?.source.at ?? '',
    beside: () => readTexts([...textFiles(files), ...texts]),
  };
}

const SEVERAL = t`these files are one dataset of another format: choose a bundle or a text by itself`;

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
    const reading = bytes instanceof Uint8Array ? readTextBytes(head.path, bytes) : undefined;
    if (reading?.kind === 'article') texts.push({ path: head.path, article: reading.article });
  }
  return texts;
}
