import { createDraftKeeper, type Drafts } from '#state/threads/thread-drafts.ts';
import { type ReviewParts } from './review-parts.ts';

/** What was typed about a group and is in no decision yet, kept on the disk. */
export interface CommentDrafts {
  /** Reads what is kept of this project; rejects where the disk cannot be read. */
  readonly load: () => Promise<void>;
  /** What was typed about this item of the open article; undefined where nothing was. */
  readonly of: (itemId: string) => string | undefined;
  /** Keeps what was typed about an item of the open article, or forgets it where that is nothing. */
  readonly keep: (itemId: string, comment: string) => void;
}

export function createCommentDrafts({ dependencies, session, get }: ReviewParts): CommentDrafts {
  const keeper = createDraftKeeper(dependencies.database, 'reviewComment');
  let drafts: Drafts = new Map();
  const keyOf = (itemId: string): string => `${get().article.id} ${itemId}`;
  return {
    load: async () => {
      drafts = await keeper.load(session.getState().project.id);
    },
    of: (itemId) => drafts.get(keyOf(itemId)),
    keep: (itemId, comment) => {
      const key = keyOf(itemId);
      const others = [...drafts].filter(([other]) => other !== key);
      drafts = new Map(comment.trim() === '' ? others : [...others, [key, comment]]);
      keeper.keep(session.getState().project.id, key, comment);
    },
  };
}
