import { type Reason, REASONS } from '#core/review/decision.ts';
import { createDraftKeeper, type Drafts, withDraft } from '#state/threads/thread-drafts.ts';
import { type ReviewParts } from './review-parts.ts';

/** Reasons and comments that are in no decision yet, of the open article’s items, kept on the disk. */
export interface WhyDrafts {
  /** Reads what is kept of this project; rejects where the disk cannot be read. */
  readonly load: () => Promise<void>;
  /** What was typed about an item; undefined where nothing was. */
  readonly commentOf: (itemId: string) => string | undefined;
  /** What was chosen for an item, perhaps none; undefined where nobody chose. */
  readonly reasonsOf: (itemId: string) => readonly Reason[] | undefined;
  /** Keeps what was typed about an item, or forgets it where that is nothing. */
  readonly keepComment: (itemId: string, comment: string) => void;
  readonly keepReasons: (itemId: string, reasons: readonly Reason[]) => void;
  /** Forgets both, which are in a decision now. */
  readonly forget: (itemId: string) => void;
  /** Writes what is not on the disk yet, in the last moment of a page. */
  readonly keepUnsaved: () => void;
}

/** Stands for no reasons where some had been chosen: an empty draft is none. */
const NO_REASONS = '-';

export function createWhyDrafts({ dependencies, session, get }: ReviewParts): WhyDrafts {
  const { database } = dependencies;
  const keepers = {
    comment: createDraftKeeper(database, 'reviewComment'),
    reasons: createDraftKeeper(database, 'reviewReasons'),
  };
  const drafts: Record<keyof typeof keepers, Drafts> = { comment: new Map(), reasons: new Map() };
  const keyOf = (itemId: string): string => `${get().article.id} ${itemId}`;
  const keep = (kind: keyof typeof keepers, itemId: string, text: string): void => {
    const key = keyOf(itemId);
    if ((drafts[kind].get(key) ?? '') === text) return;
    drafts[kind] = withDraft(drafts[kind], key, text);
    keepers[kind].keep(session.getState().project.id, key, text);
  };
  return {
    load: async () => {
      const { id } = session.getState().project;
      [drafts.comment, drafts.reasons] = await Promise.all([keepers.comment.load(id), keepers.reasons.load(id)]);
    },
    commentOf: (itemId) => drafts.comment.get(keyOf(itemId)),
    reasonsOf: (itemId) => {
      const kept = drafts.reasons.get(keyOf(itemId))?.split(' ');
      return kept && REASONS.filter((reason) => kept.includes(reason));
    },
    keepComment: (itemId, comment) => {
      keep('comment', itemId, comment);
    },
    keepReasons: (itemId, reasons) => {
      keep('reasons', itemId, reasons.length === 0 ? NO_REASONS : reasons.join(' '));
    },
    forget: (itemId) => {
      keep('comment', itemId, '');
      keep('reasons', itemId, '');
    },
    keepUnsaved: () => {
      keepers.comment.keepUnsaved();
      keepers.reasons.keepUnsaved();
    },
  };
}
