/** Prefixes of the Web Annotation context, by their namespaces. */
const PREFIXES = {
  oa: 'http://www.w3.org/ns/oa#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dctypes: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  as: 'http://www.w3.org/ns/activitystreams#',
};

const OA_NAMES = [
  'Annotation',
  'TextualBody',
  'SpecificResource',
  'TextQuoteSelector',
  'TextPositionSelector',
  'classifying',
  'commenting',
  'describing',
  'identifying',
  'linking',
  'tagging',
  'exact',
  'prefix',
  'suffix',
];

const iri = (id: string): object => ({ '@id': id, '@type': '@id' });
const typed = (id: string, type: string): object => ({ '@id': id, '@type': `xsd:${type}` });
const word = (id: string): object => ({ '@id': id, '@type': '@vocab' });

/**
 * Those terms of the Web Annotation model's context that our files use, as its specification defines them. A processor that
 * has this instead of the whole context refuses more, not less. For tests only, so that they ask no server.
 */
export const W3C_CONTEXT = {
  '@context': {
    ...PREFIXES,
    id: { '@id': '@id', '@type': '@id' },
    type: { '@id': '@type', '@type': '@id' },
    ...Object.fromEntries(OA_NAMES.map((name) => [name, `oa:${name}`])),
    Text: 'dctypes:Text',
    Person: 'foaf:Person',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    body: iri('oa:hasBody'),
    target: iri('oa:hasTarget'),
    source: iri('oa:hasSource'),
    selector: iri('oa:hasSelector'),
    creator: iri('dcterms:creator'),
    partOf: iri('as:partOf'),
    items: { ...iri('as:items'), '@container': '@list' },
    motivation: word('oa:motivatedBy'),
    purpose: word('oa:hasPurpose'),
    created: typed('dcterms:created', 'dateTime'),
    modified: typed('dcterms:modified', 'dateTime'),
    start: typed('oa:start', 'nonNegativeInteger'),
    end: typed('oa:end', 'nonNegativeInteger'),
    format: 'dc:format',
    language: 'dc:language',
    value: 'rdf:value',
    name: 'foaf:name',
    nickname: 'foaf:nick',
    label: 'rdfs:label',
  },
};
