import { EVERYONE } from '#core/bundle/whose.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { writeBundle } from '#formats/native/write.ts';
import { type Database } from '#storage/database.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { loadAnnotators } from '#storage/projects.ts';
import { type BackupFolder } from './backup-folder.ts';
import { type BackupLead, findLead, leadOf, leaveLead } from './backup-lead.ts';
import { INDEX, indexText, nameWithId, readBackupState } from './backup-places.ts';

/** What a backup did. */
export interface BackupDone {
  /** How many files were written, since their content had changed. */
  readonly files: number;
  readonly articles: number;
  /** There where the folder is ahead of the database: nothing was written then. */
  readonly lead?: BackupLead;
}

/**
 * Writes every project into the folder, one readable file for each article, layer with its edits, and review. Files whose content has not changed
 * since the last time are left alone, and none is ever deleted. Where the folder holds what the database lacks, or newer,
 * nothing is written; with `goesOn`, that is put aside there first.
 */
export async function writeBackup(database: Database, folder: BackupFolder, goesOn = false): Promise<BackupDone> {
  const state = await readBackupState(database, folder);
  const found = await findLead(database, folder, state);
  const lead = leadOf(found);
  if (lead && !goesOn) return { files: 0, articles: 0, lead };
  if (lead) await leaveLead(database, folder, found);
  const { written: before, projects } = state;
  const written = new Map(before);
  /** What was written last comes last. */
  const note = (path: string, stamp: string): void => {
    written.delete(path);
    written.set(path, stamp);
  };
  let [files, articles] = [0, 0];
  const put = async (path: string, stamp: string, text: () => string): Promise<void> => {
    if (before.get(path) === stamp) return;
    await folder.write(path, text());
    note(path, stamp);
    files += 1;
  };
  const annotators = await loadAnnotators(database);
  for (const { project, place, articles: stamped } of projects) {
    const head = { project, annotators, articles: [], layers: [], decisions: [], threads: [] };
    await put(`${place}/project.json`, textDigest(JSON.stringify(head)), () => writeBundle(head));
    for (const { row, name, stamp } of stamped) {
      articles += 1;
      const path = `${place}/articles/${name}.json`;
      if (before.get(path) === stamp) continue;
      const articleIds = new Set([row.id]);
      const bundle = await loadBundle(database, { project, articleIds, whose: EVERYONE, withLogs: true });
      for (const { path: rest, text } of membersOf(bundle, name)) {
        await put(`${place}/${rest}`, textDigest(text), () => text);
      }
      note(path, stamp);
    }
  }
  if (files > 0) await folder.write(INDEX, indexText(written));
  return { files, articles };
}

/** The files of one article: itself, each layer on it, and its review where there is any. */
function membersOf(bundle: Bundle, name: string): readonly { readonly path: string; readonly text: string }[] {
  const whole = JSON.parse(writeBundle(bundle)) as Readonly<Record<string, readonly Record<string, unknown>[]>>;
  const people = new Map(bundle.annotators.map((annotator) => [annotator.id as string, annotator.name]));
  const { articles = [], layers = [], decisions = [], threads = [] } = whole;
  const files = layers.map((layer) => {
    const id = String(layer['annotatorId']);
    return { path: `layers/${name} ${nameWithId(people.get(id) ?? '', id)}.json`, text: readable(layer) };
  });
  if (decisions.length + threads.length > 0) {
    files.push({ path: `reviews/${name}.json`, text: readable({ decisions, threads }) });
  }
  // The article comes last: only when all of its files are there is it noted as written.
  return [...files, ...articles.map((article) => ({ path: `articles/${name}.json`, text: readable(article) }))];
}

/** JSON as people read it, an edit of a log on a line. */
function readable({ log, ...value }: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(value, null, 2);
  if (log === undefined) return `${text}\n`;
  const { entries, ...start } = log as { readonly entries: readonly unknown[] };
  const lines = entries.map((entry) => `\n      ${JSON.stringify(entry)}`);
  const about = JSON.stringify(start).slice(1, -1);
  return `${text.slice(0, -2)},\n  "log": {${about},"entries":[${lines.join(',')}]}\n}\n`;
}
