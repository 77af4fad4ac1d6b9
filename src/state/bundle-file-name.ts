/** A file name for a bundle of this title: letters and digits, at most 60, `spanmark.spanmark.json` where none are left. */
export function bundleFileName(title: string): string {
  return fileNameOf(title, 'spanmark.json');
}

/** The same with another ending. */
export function fileNameOf(title: string, ending: string): string {
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const start = /^.{0,60}/su.exec(name)![0].replace(/-$/, '');
  return `${start === '' ? 'spanmark' : start}.${ending}`;
}

/** The name of one of the files that a project is in: the first is number 0. */
export function partFileName(title: string, part: number, parts: number): string {
  return parts === 1 ? bundleFileName(title) : fileNameOf(title, `${part + 1}-of-${parts}.spanmark.json`);
}
