/** What of ours has an IRI in files of linked data. */
export type Named = 'article' | 'annotator' | 'span' | 'link' | 'project' | 'page';

/** An IRI that ids of any kind can be read back from; a span needs its article and annotator too, since ids are unique in a layer only. */
export function iriOf(named: Named, ...ids: readonly string[]): string {
  return ['urn:spanmark', named, ...ids.map((id) => encodeURIComponent(id.toWellFormed()))].join(':');
}

/** The last id that the IRI was made of; undefined for an IRI of another kind or another maker. */
export function idOfIri(named: Named, iri: string): string | undefined {
  if (!iri.startsWith(`urn:spanmark:${named}:`)) return undefined;
  try {
    return decodeURIComponent(iri.slice(iri.lastIndexOf(':') + 1));
  } catch {
    return undefined;
  }
}
