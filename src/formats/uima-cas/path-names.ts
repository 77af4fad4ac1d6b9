/** Which document a file is about and whose it is, as INCEpTION lays out its exports; the annotator is empty elsewhere. */
export function pathNames(path: string): { readonly document: string; readonly annotator: string } {
  const [file = '', folder = ''] = path.split('/').toReversed();
  const stem = file.replace(/\.(?:json|xmi|xml|tsv)$/i, '');
  // A folder for each document and in it a file for each annotator.
  const isInFolder = /(?:^|\/)(?:annotation|curation)[^/]*\/[^/]+\/[^/]+$/.test(path);
  return isInFolder ? { document: folder, annotator: stem } : { document: stem, annotator: '' };
}
