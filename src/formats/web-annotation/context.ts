/** Where the terms of the Web Annotation model are defined; no program of ours loads it. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * The terms that the model lacks, in the file itself, so that a JSON-LD processor keeps them and asks no server of ours.
 * They come after the model's own context, whose prefixes they use.
 */
const OWN_TERMS = {
  spanmark: 'urn:spanmark:terms#',
  annotates: { '@id': 'spanmark:annotates', '@type': '@id' },
  attribute: 'spanmark:attribute',
  author: 'dcterms:creator',
  date: 'dcterms:date',
  file: 'spanmark:file',
  layers: { '@id': 'spanmark:layers', '@container': '@list' },
  offsetUnit: 'spanmark:offsetUnit',
  publication: 'dcterms:source',
  sha256: 'spanmark:sha256',
  status: 'spanmark:status',
  title: 'dcterms:title',
} as const;

/** What `@context` is in each file and, where a file is a list, in each annotation. */
export const CONTEXT = [ANNOTATION_CONTEXT, OWN_TERMS] as const;
