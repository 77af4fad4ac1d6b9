import { detectFormat, type FormatId, headOfArchive, isLossReport, isOfOthers, NATIVE, TEXT } from './detect-format.ts';
import { type FileHead } from './format.ts';
import { severalInWords } from './several-files.ts';

/** A file that was dropped or chosen, or that an archive holds. */
export interface DroppedFile<Source> {
  readonly head: FileHead;
  /** What its bytes are read from later. */
  readonly source: Source;
}

/** A file by itself, or an archive with the files in it. */
export type Dropped<Source> =
  | { readonly kind: 'file'; readonly file: DroppedFile<Source> }
  | { readonly kind: 'archive'; readonly path: string; readonly files: readonly DroppedFile<Source>[] };

/** Files that are read together. */
export interface Gathered<Source> {
  /** For people: the name of the file, of the archive, or of the first and how many others. */
  readonly name: string;
  readonly format: FormatId;
  readonly files: readonly DroppedFile<Source>[];
  /** What it stands in place of: the archive, or the first of its files. */
  readonly from: Dropped<Source>;
}

type Group<Source> = Omit<Gathered<Source>, 'from'>;

/**
 * Puts together what is one dataset: an archive that a format recognises, or a file of which it does; a text with the file of
 * its name beside it; tables of spans and links; columns with the texts beside them. Everything else is by itself, but for a
 * report of losses in an archive, which nobody imports. The order is that of the first files. With `format` all is of that
 * format, whatever it looks like.
 */
export function gatherDatasets<Source>(
  dropped: readonly Dropped<Source>[],
  format?: FormatId,
): readonly Gathered<Source>[] {
  const loose = gatherLoose(dropped.flatMap((each) => (each.kind === 'file' ? [each.file] : [])));
  return dropped.flatMap((from) => {
    const groups =
      from.kind === 'archive'
        ? isOfOthers(format)
          ? [{ name: from.path, format, files: withoutReport(from.files) }]
          : gatherArchive(from.path, withoutReport(from.files))
        : loose.filter(({ files }) => files[0] === from.file);
    return groups.map((group) => ({ ...group, format: format ?? group.format, from }));
  });
}

function withoutReport<Source>(files: readonly DroppedFile<Source>[]): readonly DroppedFile<Source>[] {
  const others = files.filter(({ head }) => !isLossReport(head));
  return others.length > 0 ? others : files;
}

function gatherArchive<Source>(path: string, files: readonly DroppedFile<Source>[]): readonly Group<Source>[] {
  const name = path;
  const byPaths = detectFormat(
    headOfArchive(
      path,
      files.map(({ head }) => head.path),
    ),
  );
  if (byPaths !== undefined) return [{ name, format: byPaths, files }];
  const formats = files.map(({ head }) => detectFormat(head));
  const ofOthers = formats.find(isOfOthers);
  if (ofOthers !== undefined && !formats.includes(NATIVE)) return [{ name, format: ofOthers, files }];
  return gatherLoose(files).map((each) => ({ ...each, name: `${path}: ${each.name}` }));
}

function gatherLoose<Source>(files: readonly DroppedFile<Source>[]): readonly Group<Source>[] {
  const groups = new Map<string, DroppedFile<Source>[]>();
  const bundleKeys = companionKeys(files.map(({ head }) => head));
  for (const [index, file] of files.entries()) {
    const key = bundleKeys.get(file.head.path) ?? `alone ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((group) => {
    const formats = group.map(({ head }) => detectFormat(head));
    const format =
      formats.find((each) => (group.length === 1 ? each !== undefined : isOfOthers(each))) ?? formats[0] ?? TEXT;
    const [first] = group;
    const others = group.length - 1;
    return {
      name: others === 0 ? first!.head.path : severalInWords(first!.head.path, others),
      format,
      files: group,
    };
  });
}

/** Kinds of files that are one dataset with all others of the kind in their folder, and whose texts lie beside them. */
const KINDS: readonly { readonly kind: string; readonly parts: RegExp; readonly texts: boolean }[] = [
  { kind: 'standoff', parts: /(?:\.(?:ann|a1|a2)|annotation\.conf|visual\.conf|annotators\.conf)$/i, texts: true },
  {
    kind: 'tables',
    parts: /(?:^|[-_. /])(?:spans|links|layers|annotations|relations|documents|articles)\.(?:csv|tsv)$/i,
    texts: true,
  },
  { kind: 'cas', parts: /(?:\.xmi|typesystem\.xml)$/i, texts: false },
];

/** Files with a token on each line, and what we write beside them. */
const COLUMNS = /\.conll$/i;
const TEXTS_OF_COLUMNS = /\.conll\.jsonl$/i;

/** The key of the dataset that a path belongs to, for those that belong to one with others. */
function companionKeys(heads: readonly FileHead[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const stems = new Map<string, string>();
  for (const { path } of heads) {
    const kind = KINDS.find(({ parts }) => parts.test(path));
    if (!kind) continue;
    keys.set(path, kind.kind);
    if (kind.texts) stems.set(stemOf(path), kind.kind);
  }
  if (heads.some(({ path }) => TEXTS_OF_COLUMNS.test(path))) {
    for (const { path } of heads) if (COLUMNS.test(path) || TEXTS_OF_COLUMNS.test(path)) keys.set(path, 'columns');
  }
  const hasTables = heads.some(({ path }) => keys.get(path) === 'tables');
  for (const { path } of heads) {
    if (!/\.(?:txt|md)$/i.test(path) || keys.has(path)) continue;
    const kind = stems.get(stemOf(path));
    if (kind !== undefined) keys.set(path, kind);
    else if (hasTables && /(?:^|\/)documents\//.test(path)) keys.set(path, 'tables');
  }
  return keys;
}

function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '').toLowerCase();
}
