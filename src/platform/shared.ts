/** The names that public/manifest.webmanifest gives to what is shared, and those of the address of the import screen. */
const NAMES = [
  ['shared-title', 'title'],
  ['shared-text', 'text'],
  ['shared-url', 'url'],
] as const;

/**
 * Where another app opened this one to share something with it, has the import screen opened with it: from then on it is in
 * the address of that screen alone, so that reloading shares nothing twice. To be called before anything is drawn.
 */
export function showWhatWasShared(): void {
  const given = new URLSearchParams(location.search);
  const shared = NAMES.flatMap(([from, to]) => (given.has(from) ? [[to, given.get(from)!] as const] : []));
  if (shared.length === 0) return;
  const query = new URLSearchParams([['from', 'share'], ...shared].map(([name, value]) => [name, value]));
  history.replaceState(null, '', `${location.pathname}#/import?${query.toString()}`);
}
