import {
  type Annotator,
  type AnnotatorId,
  type Article,
  type ArticleId,
  type Layer,
  type Project,
} from '#core/project/project.ts';
import { relabelThrough } from '#core/relabel/relabel-layer.ts';
import { compareText } from '#core/text/compare-text.ts';
import { toArticle } from './articles.ts';
import { type Database } from './database.ts';
import { readTables, standingChanges } from './label-changes.ts';
import { entriesAfter, loadHeads, replayed } from './layers.ts';
import { toProject } from './projects.ts';
import { keyOf } from './rows.ts';
import { guarded } from './storage-error.ts';

/** Which part of a project is read. */
export interface BundleChoice {
  /** Stands in for a project that was never written. */
  readonly project: Project;
  readonly articleIds: ReadonlySet<ArticleId>;
  /** Whose layers are read. */
  readonly annotatorId: AnnotatorId | 'all';
}

/** Hears a part of a project piece by piece, in the order of a file: the start, articles by id, layers by article. */
export interface BundleVisitor {
  readonly start: (project: Project, annotators: readonly Annotator[]) => void;
  readonly article: (article: Article) => void;
  /** `text` is that of the layer's article. */
  readonly layer: (layer: Layer, text: string) => void;
  /** Called after each piece with how many there were and will be; what it throws ends the walk. */
  readonly report: (done: number, total: number) => void;
}

/** So many records are asked for at once: enough to keep the disk busy, few enough to be held in memory. */
const AT_ONCE = 16;

/**
 * Reads the chosen articles with the chosen annotators' layers in one transaction, so that all of it is from one moment, and
 * never holds more than a few of them. Everybody's layers are read through the changes of the label set. Layers that nobody
 * has begun are left out, and so are annotators without a layer in it.
 */
export async function walkBundle(database: Database, choice: BundleChoice, visitor: BundleVisitor): Promise<void> {
  const { project, articleIds, annotatorId } = choice;
  const { projects, annotators, articles, texts, layers, snapshots } = database;
  const ids = [...articleIds].toSorted(compareText);
  await guarded(() =>
    database.transaction('r', [projects, annotators, articles, layers, ...readTables(database)], async () => {
      const stored = await projects.get(project.id);
      const standing = await standingChanges(database, project.id);
      const heads = (await loadHeads(database, project.id)).filter(({ status, spanCount, ...key }) => {
        const isBegun = status !== 'not-started' || spanCount > 0;
        const isWanted = annotatorId === 'all' || key.annotatorId === annotatorId;
        return isBegun && isWanted && articleIds.has(key.articleId);
      });
      const people = new Set(heads.map((head) => head.annotatorId));
      const named = (await annotators.toArray()).filter(({ id }) => people.has(id));
      const total = ids.length + heads.length;
      visitor.start(stored ? toProject(stored) : project, named);
      let done = 0;
      for (const some of portions(ids)) {
        const about = await articles.bulkGet(some.map((id): [string, string] => [project.id, id]));
        const read = await texts.bulkGet([...some]);
        for (const [index, row] of about.entries()) {
          const text = read[index];
          if (row && text) visitor.article(toArticle(row, text.text));
          visitor.report((done += 1), total);
        }
      }
      for (const some of portions(heads)) {
        const read = await texts.bulkGet(some.map(({ articleId }) => articleId));
        const shots = await snapshots.bulkGet(some.map(keyOf));
        const tails = await Promise.all(
          some.map((key, index) => entriesAfter(database, key, shots[index]?.number ?? 0)),
        );
        for (const [index, key] of some.entries()) {
          const text = read[index]?.text ?? '';
          const { layer } = replayed(key, shots[index], tails[index]!);
          visitor.layer(relabelThrough(layer, standing, text), text);
          visitor.report((done += 1), total);
        }
      }
    }),
  );
}

function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
