import { type ProjectId } from '#core/project/project.ts';
import { Dexie, type Table } from 'dexie';

/** So many rows are read at a time: the page goes on between two parts, and none holds it up for long. */
const PART = 500;

/**
 * Every row of a project in the order of the primary key, which begins with the project's id. All of them are from one moment;
 * the page stays free while they are read, however many there are.
 */
export async function readInParts<Row, Key extends readonly [string, ...(string | number)[]]>(
  table: Table<Row, Key>,
  projectId: ProjectId,
  keyOf: (row: Row) => Key,
): Promise<readonly Row[]> {
  return table.db.transaction('r', table, async () => {
    const parts: Row[][] = [];
    let from: readonly (string | number)[] = [projectId];
    for (;;) {
      const part = await table.where(':id').between(from, [projectId, Dexie.maxKey], false).limit(PART).toArray();
      parts.push(part);
      const last = part.at(-1);
      if (!last || part.length < PART) return parts.flat();
      from = keyOf(last);
    }
  });
}
