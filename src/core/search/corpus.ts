import { type LabelSet } from '#core/labels/label-set.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Annotator, type AnnotatorId, type Article, type ArticleId, type Layer } from '#core/project/project.ts';
import { type Paragraph, paragraphsOf } from '#core/text/paragraphs.ts';
import { type FoldedText, foldText } from './fold-text.ts';

/** An article that can be searched, with the layers on it. */
export interface CorpusArticle {
  readonly article: Article;
  readonly folded: FoldedText;
  readonly paragraphs: readonly Paragraph[];
  readonly layers: ReadonlyMap<AnnotatorId, Layer>;
}

/** All that is searched and counted, folded once. Articles are in the order of the bundle. */
export interface Corpus {
  readonly labelSet: LabelSet;
  readonly annotators: readonly Annotator[];
  readonly articles: readonly CorpusArticle[];
}

/** Folds the texts of a bundle; takes time in proportion to them. */
export function corpusOf({ project, annotators, articles, layers }: Bundle): Corpus {
  const layersOf = new Map<ArticleId, Map<AnnotatorId, Layer>>();
  for (const layer of layers) {
    const of = layersOf.get(layer.articleId) ?? new Map<AnnotatorId, Layer>();
    layersOf.set(layer.articleId, of.set(layer.annotatorId, layer));
  }
  return {
    labelSet: project.labelSet,
    annotators,
    articles: articles.map((article) => ({
      article,
      folded: foldText(article.text),
      paragraphs: paragraphsOf(article.text),
      layers: layersOf.get(article.id) ?? new Map<AnnotatorId, Layer>(),
    })),
  };
}
