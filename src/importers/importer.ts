import { type Original, type PageStart } from '#core/project/project.ts';
import { type Problem } from '#formats/problem.ts';

/**
 * An article as a file has it, before its text is frozen: the user may still change it. What the file does not tell is empty,
 * `pages` none. `original` is there where the text was bytes of its own, whose line ends are worth recording.
 */
export interface DraftArticle {
  readonly title: string;
  readonly author: string;
  readonly source: string;
  /** An ISO date, or empty. */
  readonly date: string;
  /** A BCP 47 tag, or empty where the file does not say. */
  readonly language: string;
  /** Lines end with LF. */
  readonly text: string;
  readonly pages: readonly PageStart[];
  readonly original?: Original;
}

/** What a file holds, and what of it could not be read, or only in part, each with its place. No drafts: nothing of use. */
export interface DraftsRead {
  readonly drafts: readonly DraftArticle[];
  readonly problems: readonly Problem[];
}

/** No drafts, and why: `message` is of the whole file. */
export function noDrafts(message: string): DraftsRead {
  return { drafts: [], problems: [{ place: 'file', message }] };
}

/** Reads one kind of file. Never rejects for what the file holds: that becomes a problem. */
export type ReadDrafts = (bytes: Uint8Array, fileName: string) => Promise<DraftsRead>;
