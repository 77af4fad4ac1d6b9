import { t } from '#language/t.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { type LooseDocument, type LooseLayer } from '#formats/exchange/loose.ts';
import { type ProblemList } from '#formats/problem.ts';
import { type Cas, type CasView, DOCUMENT_ANNOTATION, isKindOf } from './cas.ts';
import { ARTICLE_TYPE } from './own-types.ts';
import { pathNames } from './path-names.ts';
import { readLinks } from './read-links.ts';
import { readSpans } from './read-spans.ts';
import { type ViewReader } from './view-reader.ts';

/** Each text of a CAS as a document, with the layer of the annotator whose file it is. */
export function fromCas(cas: Cas, path: string, problems: ProblemList): readonly LooseDocument[] {
  if (cas.views.length === 0) problems.add(path, t`the file has no text`);
  return cas.views.flatMap((view): readonly LooseDocument[] => {
    const place = cas.views.length > 1 ? `${path} ${t`view ${view.name}`}` : path;
    if (view.text === undefined) {
      problems.add(place, t`the text is not in the file`);
      return [];
    }
    return [documentOf(cas, path, place, view, view.text, problems)];
  });
}

function documentOf(
  cas: Cas,
  path: string,
  place: string,
  view: CasView,
  text: string,
  problems: ProblemList,
): LooseDocument {
  const structures = [...cas.structures.values()].filter(({ id, sofa }) =>
    view.members ? view.members.has(id) : sofa === view.sofa || cas.views.length === 1,
  );
  const reader: ViewReader = { cas, text, structures, placeOf: ({ id }) => `${place} ${t`structure ${id}`}`, problems };
  const field = (type: string, name: string): string => {
    const value = structures
      .find((each) => isKindOf(cas.types, each.type, type) && each.values.get(name))
      ?.values.get(name);
    return typeof value === 'string' ? value : '';
  };
  const names = pathNames(path);
  const user = field(CAS_METADATA, 'username') || names.annotator;
  const isOwn = structures.some(({ type }) => type === ARTICLE_TYPE);
  const annotator = isOwn ? field(ARTICLE_TYPE, 'annotator') : user;
  const spans = readSpans(reader);
  const layer: LooseLayer = {
    annotator,
    annotatorName: field(ARTICLE_TYPE, 'annotatorName'),
    isPrediction: false,
    status: statusOf(field(ARTICLE_TYPE, 'status')),
    spans: spans.spans,
    links: readLinks(reader, spans.idOf),
  };
  return {
    place,
    name: field(ARTICLE_TYPE, 'article') || field(CAS_METADATA, 'sourceDocumentName') || names.document,
    text,
    title: field(ARTICLE_TYPE, 'title') || field(DOCUMENT_METADATA, 'documentTitle'),
    author: field(ARTICLE_TYPE, 'author'),
    source: field(ARTICLE_TYPE, 'source'),
    date: field(ARTICLE_TYPE, 'date'),
    language: languageOf(field(ARTICLE_TYPE, 'language') || field(DOCUMENT_ANNOTATION, 'language')),
    layers: isOwn && annotator === '' ? [] : [layer],
  };
}

const CAS_METADATA = 'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata';
const DOCUMENT_METADATA = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';

function statusOf(written: string): LayerStatus {
  return written === 'not-started' || written === 'in-progress' ? written : 'done';
}

/** UIMA says `x-unspecified` where it does not know. */
function languageOf(written: string): string {
  return written === 'x-unspecified' ? '' : written;
}
