/** A file name for a bundle of this title: letters and digits, at most 60, `spanmark.spanmark.json` where none are left. */
export function bundleFileName(title: string): string {
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const start = /^.{0,60}/su.exec(name)![0].replace(/-$/, '');
  return `${start === '' ? 'spanmark' : start}.spanmark.json`;
}
