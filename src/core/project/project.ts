import { type LabelSet } from '#core/labels/label-set.ts';
import { type Link } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { type GuidelineVersion } from './guidelines.ts';

export type ProjectId = string & { readonly brand: 'ProjectId' };
export type ArticleId = string & { readonly brand: 'ArticleId' };
export type AnnotatorId = string & { readonly brand: 'AnnotatorId' };

/** A label set, guidelines and a name; articles and layers point to it. `guidelines` are in order, the newest last. */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly labelSet: LabelSet;
  readonly guidelines: readonly GuidelineVersion[];
}

/** What the bytes that an article came from looked like before the text was frozen. */
export interface Original {
  readonly newline: 'none' | 'lf' | 'crlf' | 'cr' | 'mixed';
  readonly byteOrderMark: boolean;
  /** Lone surrogates that were replaced by U+FFFD. */
  readonly replaced: number;
}

/** Where a page of the original begins in an article's text (UTF-16 code units); `page` is what is printed on it: 3, iv, A-2. */
export interface PageStart {
  readonly from: number;
  readonly page: string;
}

/**
 * Everything about an article but its text. `author` is as printed, or empty; `date` is an ISO date or empty, `language` a BCP 47 tag or `und`. `correctionOf`
 * is the id that the article had before its text was corrected, or empty.
 */
export interface ArticleAbout {
  readonly id: ArticleId;
  readonly title: string;
  readonly author: string;
  readonly source: string;
  readonly date: string;
  readonly language: string;
  readonly original: Original;
  readonly correctionOf: ArticleId | '';
}

/**
 * A text, frozen when it came in: LF only, no byte order mark, well-formed UTF-16, never Unicode-normalised. `id` is the
 * SHA-256 of the text's UTF-8 bytes in lower-case hexadecimal. `pages` are in order, no two with the same start; none where the original had no pages.
 */
export interface Article extends ArticleAbout {
  readonly pages: readonly PageStart[];
  readonly text: string;
}

export interface Annotator {
  readonly id: AnnotatorId;
  readonly name: string;
}

/** How far an annotator is with an article. `done` without spans says that there was nothing to mark. */
export type LayerStatus = 'not-started' | 'in-progress' | 'done';

/**
 * All that one annotator has put on one article; only that annotator's own edits change it. `spans` are in reading order
 * (compareSpans), `links` in that of compareLinks and between spans of the layer. `changedAt` is the ISO time of the last edit, empty before the first.
 */
export interface Layer {
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
  readonly status: LayerStatus;
  readonly spans: readonly Span[];
  readonly links: readonly Link[];
  readonly changedAt: string;
}

/** A layer before its first edit. */
export function emptyLayer(articleId: ArticleId, annotatorId: AnnotatorId): Layer {
  return { articleId, annotatorId, status: 'not-started', spans: [], links: [], changedAt: '' };
}
