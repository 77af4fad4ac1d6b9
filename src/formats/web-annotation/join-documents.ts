import { t } from '#language/t.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { freezeText } from '#core/text/freeze.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { freeId } from '#formats/exchange/free-id.ts';
import {
  type LooseDocument,
  type LooseLayer,
  type LooseLink,
  type LooseSpan,
  type SourceFile,
} from '#formats/exchange/loose.ts';
import { type ProblemList } from '#formats/problem.ts';
import { type FoundLink, type FoundSpan, type FoundText } from './found.ts';
import { idOfIri } from '#formats/exchange/iri.ts';

/** All that was found in the files of a dataset. */
export interface Found {
  readonly spans: readonly FoundSpan[];
  readonly links: readonly FoundLink[];
  /** What pages say of texts, by the texts' IRIs. */
  readonly texts: ReadonlyMap<string, FoundText>;
  /** The file in which each source came first. */
  readonly paths: ReadonlyMap<string, string>;
  /** By their paths. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly problems: ProblemList;
}

interface LayerDraft {
  /** Of the annotator; see LooseLayer. */
  readonly name: string;
  readonly status: LayerStatus;
  readonly spans: Map<string, LooseSpan>;
  readonly links: Map<string, LooseLink>;
}

/** Where a link may start or end. */
interface End {
  readonly layer: LayerDraft;
  readonly spanId: string;
}

/** A document for each text that annotations are about, in the order in which they were found, with a layer for each annotator. */
export function joinDocuments(found: Found): readonly LooseDocument[] {
  const drafts = new Map<string, Map<string, LayerDraft>>();
  for (const { iri, layers } of found.texts.values()) {
    const draft = draftOf(drafts, iri);
    for (const { annotator, annotatorName, status } of layers) {
      if (!draft.has(annotator)) draft.set(annotator, emptyDraft(annotatorName, status));
    }
  }
  const ends = new Map<string, End>();
  for (const span of found.spans) {
    const document = draftOf(drafts, span.source);
    const layer = document.get(span.annotator) ?? emptyDraft(span.annotatorName, 'done');
    document.set(span.annotator, layer);
    addSpan(layer, span, ends);
  }
  for (const link of found.links) addLink(link, ends, found.problems);
  const shared = countSources(found.paths);
  return [...drafts].map(([source, layers]) => documentOf(found, shared, source, layers));
}

function draftOf(drafts: Map<string, Map<string, LayerDraft>>, source: string): Map<string, LayerDraft> {
  const draft = drafts.get(source) ?? new Map<string, LayerDraft>();
  drafts.set(source, draft);
  return draft;
}

function emptyDraft(name: string, status: LayerStatus): LayerDraft {
  return { name, status, spans: new Map(), links: new Map() };
}

function addSpan(layer: LayerDraft, found: FoundSpan, ends: Map<string, End>): void {
  const { labels, passage, attributes, note, createdAt, changedAt } = found;
  for (const [index, label] of labels.entries()) {
    const id = freeId(layer.spans, idOfIri('span', found.id) ?? found.id, 'span');
    layer.spans.set(id, {
      id,
      label,
      ranges: passage.ranges,
      ...(passage.quotes ? { quotes: passage.quotes } : {}),
      prefix: passage.prefix,
      suffix: passage.suffix,
      attributes,
      // Once is enough where one annotation becomes several spans.
      note: index === 0 ? note : '',
      createdAt,
      changedAt,
    });
    if (found.id !== '' && !ends.has(found.id)) ends.set(found.id, { layer, spanId: id });
  }
}

function addLink(found: FoundLink, ends: ReadonlyMap<string, End>, problems: ProblemList): void {
  const from = ends.get(found.from);
  const to = ends.get(found.to);
  if (!from || !to || from.layer !== to.layer) {
    problems.add(found.place, t`this link does not join two annotations of one annotator in the same text: left out`);
    return;
  }
  const { links } = from.layer;
  const id = freeId(links, idOfIri('link', found.id) ?? found.id, 'link');
  links.set(id, { id, type: found.type, from: from.spanId, to: to.spanId });
}

function countSources(paths: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths.values()) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

const UNTOLD = { title: '', author: '', publication: '', date: '', language: '', file: '', sha256: '' } as const;

function documentOf(
  found: Found,
  shared: ReadonlyMap<string, number>,
  source: string,
  layers: ReadonlyMap<string, LayerDraft>,
): LooseDocument {
  const about = found.texts.get(source) ?? UNTOLD;
  const path = found.paths.get(source) ?? source;
  const stem = path.replace(/(?:\.links)?\.json(?:ld|l)?$/i, '');
  const isAlone = shared.get(path) === 1;
  return {
    place: path,
    name: idOfIri('article', source) ?? (source === path ? stem.slice(stem.lastIndexOf('/') + 1) : source),
    text: textIn(found, about, about.file || (isAlone ? `${stem}.txt` : '')),
    title: about.title,
    author: about.author,
    source: about.publication === '' && /^https?:/i.test(source) ? source : about.publication,
    date: about.date,
    language: about.language,
    layers: [...layers].map(([annotator, { name, status, spans, links }]): LooseLayer => ({
      annotator,
      annotatorName: name,
      isPrediction: false,
      status,
      spans: [...spans.values()],
      links: [...links.values()],
    })),
  };
}

/** The text beside, whatever characters it has: what annotators saw may hold some that a text of one's own may not. */
function textIn({ files, problems }: Found, { sha256 }: Pick<FoundText, 'sha256'>, path: string): string | undefined {
  const file = files.get(path);
  if (!file) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    problems.add(path, t`the text is not UTF-8`);
    return undefined;
  }
  if (sha256 !== '' && articleIdOf(freezeText(text).text) !== sha256.toLowerCase()) {
    problems.add(path, t`this is not the text that was annotated: its SHA-256 is another one`);
  }
  return text;
}
