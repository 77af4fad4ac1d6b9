import { layerFrom } from '#core/alignment/compared.arbitrary.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId, type Article, type ArticleId, type Layer, type LayerStatus } from '#core/project/project.ts';
import { type AgreementInput } from './compared.ts';

/** An article with layers, for tests of agreement: spans are written like `claim 0-20`, by annotator. */
export interface JudgedArticle {
  readonly id: string;
  readonly text: string;
  readonly spans: Readonly<Record<string, readonly string[]>>;
  readonly statuses?: Readonly<Record<string, LayerStatus>>;
  readonly at?: string;
  readonly correctionOf?: string;
}

/** What is compared for these articles; layers are done unless it is said. */
export function judged(articles: readonly JudgedArticle[], labelSet: LabelSet = DEFAULT_LABEL_SET): AgreementInput {
  return {
    labelSet,
    articles: articles.map(({ id, text, correctionOf = '' }) => articleOf(id, text, correctionOf)),
    layers: articles.flatMap(({ id, spans, statuses = {}, at = '2024-06-17T09:30:00.000Z' }) =>
      Object.entries(spans).map(([annotator, written]): Layer => ({
        ...layerFrom(annotator, ...written),
        annotatorId: annotator as AnnotatorId,
        articleId: id as ArticleId,
        status: statuses[annotator] ?? 'done',
        changedAt: at,
      })),
    ),
  };
}

function articleOf(id: string, text: string, correctionOf: string): Article {
  return {
    id: id as ArticleId,
    title: id,
    source: '',
    date: '',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: correctionOf as ArticleId | '',
    author: '',
    pages: [],
    text,
  };
}

/** A text of so many letters, spaces every five. */
export function textOf(length: number): string {
  return 'abcd '.repeat(Math.ceil(length / 5)).slice(0, length);
}
