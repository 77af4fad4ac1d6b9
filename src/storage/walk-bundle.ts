import { type Annotator, type Article, type Layer, type Project } from '#core/project/project.ts';
import { toArticle } from './articles.ts';
import { type Database } from './database.ts';
import { type BundleChoice, inWalk, portions, readLayers, startWalk } from './walk-start.ts';

/** Hears a part of a project piece by piece, in the order of a file: the start, articles by id, layers by article. */
export interface BundleVisitor {
  readonly start: (project: Project, annotators: readonly Annotator[]) => void;
  readonly article: (article: Article) => void;
  /** `text` is that of the layer's article. */
  readonly layer: (layer: Layer, text: string) => void;
  /** Called after each piece with how many there were and will be; what it throws ends the walk. */
  readonly report: (done: number, total: number) => void;
}

/**
 * Reads the chosen articles with the chosen annotators' layers in one transaction, so that all of it is from one moment, and
 * never holds more than a few of them. Everybody's layers are read through the changes of the label set. Layers that nobody
 * has begun are left out, and so are annotators without a layer in it.
 */
export async function walkBundle(database: Database, choice: BundleChoice, visitor: BundleVisitor): Promise<void> {
  await inWalk(database, async () => {
    const { project, annotators, articleIds, heads, standing } = await startWalk(database, choice);
    const total = articleIds.length + heads.length;
    visitor.start(project, annotators);
    let done = 0;
    for (const some of portions(articleIds)) {
      const about = await database.articles.bulkGet(some.map((id): [string, string] => [choice.project.id, id]));
      const read = await database.texts.bulkGet([...some]);
      for (const [index, row] of about.entries()) {
        const text = read[index];
        if (row && text) visitor.article(toArticle(row, text.text));
        visitor.report((done += 1), total);
      }
    }
    for (const some of portions(heads)) {
      for (const { layer, text } of await readLayers(database, some, standing)) {
        visitor.layer(layer, text);
        visitor.report((done += 1), total);
      }
    }
  });
}
