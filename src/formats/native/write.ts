import { type Annotator, type Article, type Bundle, type Layer, type Project } from '#core/project/project.ts';
import { canonicalArticle, canonicalHead, canonicalLayer, compareArticles, compareLayers } from './canonical.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, OFFSETS_NOTE } from './version.ts';
import { json, withoutEnd } from './write-json.ts';
import { layerJson, type MeasuredArticle, measuredArticle } from './write-layer.ts';

/**
 * Writes a bundle part by part, for whoever does not hold all of it. The parts joined are the file: the start, the articles
 * by id, the layers by article then annotator, the end.
 */
export interface BundleWriter {
  readonly start: (project: Project, annotators: readonly Annotator[]) => string;
  readonly article: (article: Article) => string;
  /** Comes before the first layer, or before the end where there is none. */
  readonly turnToLayers: () => string;
  readonly layer: (layer: Layer, article: MeasuredArticle) => string;
  readonly end: () => string;
}

/** A writer for one file. */
export function createBundleWriter(): BundleWriter {
  let members = 0;
  const member = (text: string): string => {
    members += 1;
    return `${members === 1 ? '[' : ','}\n    ${text}`;
  };
  const closed = (): string => (members === 0 ? '[]' : '\n  ]');
  return {
    start: (project, annotators) => {
      const about = { format: BUNDLE_FORMAT, version: BUNDLE_VERSION, offsets: OFFSETS_NOTE };
      return `${withoutEnd({ ...about, ...canonicalHead(project, annotators) }, '')},\n  "articles": `;
    },
    article: (article) => member(json(canonicalArticle(article), '    ')),
    turnToLayers: () => {
      const end = closed();
      members = 0;
      return `${end},\n  "layers": `;
    },
    layer: (layer, article) => member(layerJson(canonicalLayer(layer), article)),
    end: () => `${closed()}\n}\n`,
  };
}

/**
 * The bundle as JSON text (2-space indentation, final newline, no byte order mark): lossless, and the same bytes for the
 * same project whatever its order in memory. Throws a RangeError where a layer's article is not in the bundle.
 */
export function writeBundle(bundle: Bundle): string {
  return [...bundleChunks(bundle)].join('');
}

/** What writeBundle gives, in parts to be joined, so that a large project need not be one string. */
export function* bundleChunks(bundle: Bundle): Generator<string> {
  const articles = bundle.articles.toSorted(compareArticles);
  const writer = createBundleWriter();
  yield writer.start(bundle.project, bundle.annotators);
  for (const article of articles) yield writer.article(article);
  yield writer.turnToLayers();
  const byId = new Map(articles.map((article) => [article.id, article]));
  let measured: { readonly article: Article; readonly of: MeasuredArticle } | undefined;
  for (const layer of bundle.layers.toSorted(compareLayers)) {
    const article = byId.get(layer.articleId);
    if (!article) throw new RangeError(`a layer is on article ${layer.articleId}, which the bundle lacks`);
    // Layers come by article, so each article is measured once.
    if (measured?.article !== article) measured = { article, of: measuredArticle(article) };
    yield writer.layer(layer, measured.of);
  }
  yield writer.end();
}
