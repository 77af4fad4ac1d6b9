import { type Dexie } from 'dexie';
import { upgradeTo2 } from './upgrade-to-2.ts';

/** Number of the newest schema; an entry of `declareVersions` is never changed once it was released. */
export const NEWEST_VERSION = 5;

/** Declares every schema that was ever released, oldest first, each with its upgrade. */
export function declareVersions(database: Dexie): void {
  database.version(1).stores({
    projects: 'id',
    annotators: 'id',
    articles: '[projectId+id]',
    texts: 'id',
    layers: '[projectId+articleId+annotatorId]',
    snapshots: '[projectId+articleId+annotatorId]',
    entries: '[projectId+articleId+annotatorId+number]',
    settings: 'key',
  });
  database
    .version(2)
    .stores({
      entries: '[projectId+articleId+annotatorId+number], group',
      labelChanges: '[projectId+number]',
    })
    .upgrade(upgradeTo2);
  // The articles that are not taken out, in the order of the library: its first rows are read before all others.
  database.version(3).stores({ articles: '[projectId+id], [projectId+removedAt+addedAt+title]' });
  database.version(4).stores({
    decisions: '[projectId+articleId+number], id, [projectId+batch]',
    threads: '[projectId+articleId+id]',
    reviews: '[projectId+articleId]',
  });
  // Log entries, snapshots and heads may have a checksum from now on; only what is in the trash is in the index.
  database.version(5).stores({ layers: '[projectId+articleId+annotatorId], removedAt' });
}
