import { type SpanRef } from '#core/alignment/group.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type TextRange } from '#core/text/range.ts';

/** Identifies a thread in its project. */
export type ThreadId = string & { readonly brand: 'ThreadId' };

/** Identifies a message in its thread. */
export type MessageId = string & { readonly brand: 'MessageId' };

/** What somebody wrote; `body` is Markdown, shown without HTML. `at` is an ISO 8601 time in UTC. */
export interface Message {
  readonly id: MessageId;
  readonly by: AnnotatorId;
  readonly at: string;
  readonly body: string;
}

/**
 * Comments on an article, or on some of its text and the spans there. `spans` is empty and `range` undefined for the article
 * as a whole; `quote` is the text of the range. Messages are in the order of their times, and never change. `changedAt` is the
 * ISO time at which its state or its mark as a guideline question last changed.
 */
export interface Thread {
  readonly id: ThreadId;
  readonly articleId: ArticleId;
  readonly spans: readonly SpanRef[];
  readonly range: TextRange | undefined;
  readonly quote: string;
  readonly isGuidelineQuestion: boolean;
  readonly isResolved: boolean;
  readonly changedAt: string;
  readonly messages: readonly Message[];
}
