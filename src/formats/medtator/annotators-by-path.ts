/** Whose file it is and what its document is called, by where it lies among the others. */
export interface PathNames {
  /** Empty where the paths do not tell. */
  readonly annotator: string;
  readonly document: string;
}

/**
 * Annotators of files that lie in a folder for each annotator, with the same names in all of them, or whose names begin with
 * the annotator and `_` before what is the same in several files.
 */
export function annotatorsByPath(paths: readonly string[]): (path: string) => PathNames {
  const folders = new Map<string, Set<string>>();
  const prefixes = new Map<string, Set<string>>();
  for (const path of paths) {
    const { folder, stem, prefix, rest } = partsOf(path);
    folders.set(stem, (folders.get(stem) ?? new Set()).add(folder));
    if (prefix !== '') prefixes.set(rest, (prefixes.get(rest) ?? new Set()).add(prefix));
  }
  return (path) => {
    const { folder, stem, prefix, rest } = partsOf(path);
    if ((folders.get(stem)?.size ?? 0) > 1) return { annotator: folder, document: stem };
    if (prefix !== '' && (prefixes.get(rest)?.size ?? 0) > 1) return { annotator: prefix, document: rest };
    return { annotator: '', document: stem };
  };
}

function partsOf(path: string) {
  const [file = '', folder = ''] = path.split('/').toReversed();
  const stem = file.replace(/\.xml$/i, '');
  const at = stem.indexOf('_');
  return { folder, stem, prefix: stem.slice(0, Math.max(0, at)), rest: stem.slice(at + 1) };
}
