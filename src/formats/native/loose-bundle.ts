import { articleIdOf } from '#formats/article-id.ts';

/** A file that must be refused, and words that the refusal must have (in "place: message"). */
export interface HostileFile {
  readonly name: string;
  readonly json: string;
  readonly expect: RegExp;
}

/** A bundle as loose JSON, to be broken on purpose. */
export interface Loose {
  [name: string]: unknown;
  version: unknown;
  project: { labelSet: { labels: Record<string, unknown>[]; linkTypes: Record<string, unknown>[] } };
  annotators: { id: string }[];
  articles: [LooseArticle, ...Record<string, unknown>[]];
  layers: [LooseLayer, ...LooseLayer[]];
  decisions: [LooseDecision, ...LooseDecision[]];
  threads: [LooseThread, ...LooseThread[]];
}

interface LooseArticle {
  [name: string]: unknown;
  id: string;
  title: string;
  text: string;
  pages: [LoosePage, LoosePage];
}

/** Where a page starts, as loose JSON. */
export interface LoosePage {
  from: number;
  codePointFrom: number;
  page: string;
}

interface LooseDecision {
  [name: string]: unknown;
  articleId: string;
  covers: [LooseSpan, ...LooseSpan[]];
  spans: [LooseSpan, ...LooseSpan[]];
}

interface LooseThread {
  [name: string]: unknown;
  articleId: string;
  range: LooseRange;
  messages: [Record<string, unknown>, ...Record<string, unknown>[]];
}

interface LooseLayer {
  articleId: string;
  annotatorId: string;
  status: string;
  spans: [LooseSpan, ...LooseSpan[]];
  links: [Record<string, unknown>, ...Record<string, unknown>[]];
}

/** A span as loose JSON. */
export interface LooseSpan {
  [name: string]: unknown;
  id: string;
  label: string;
  ranges: [LooseRange, ...LooseRange[]];
}

/** A span's range as loose JSON. */
export interface LooseRange {
  from: number;
  to: number;
  codePointFrom: number;
  codePointTo: number;
  quote: string;
}

/** The valid bundle after one change. */
export function broken(valid: string, breakIt: (bundle: Loose) => unknown): string {
  const bundle = JSON.parse(valid) as Loose;
  breakIt(bundle);
  return JSON.stringify(bundle, null, 2);
}

/** The valid bundle after one change to its first span. */
export function brokenSpan(valid: string, breakIt: (span: LooseSpan) => unknown): string {
  return broken(valid, (bundle) => breakIt(bundle.layers[0].spans[0]));
}

/** Another text for the first article under its right id, so that only what `breakIt` did is wrong. */
export function withText(valid: string, change: (text: string) => string, breakIt?: (span: LooseSpan) => void): string {
  return broken(valid, (bundle) => {
    const article = bundle.articles[0];
    const oldId = article.id;
    article.text = change(article.text);
    article.id = articleIdOf(article.text);
    for (const layer of bundle.layers) if (layer.articleId === oldId) layer.articleId = article.id;
    breakIt?.(bundle.layers[0].spans[0]);
  });
}

/** The field's JSON as the first of the outermost object, where JSON.stringify could not put it. */
export function inserted(valid: string, field: string): string {
  return valid.replace('{', () => `{${field},`);
}
