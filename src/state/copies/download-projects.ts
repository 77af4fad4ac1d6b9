import { EVERYONE } from '#core/bundle/whose.ts';
import { type ArticleId } from '#core/project/project.ts';
import { filesThatFit } from '#formats/files-that-fit.ts';
import { partFileName } from '#state/bundle-file-name.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { readProjects } from '#state/known-projects.ts';
import { loadArticles } from '#storage/articles.ts';

/**
 * Downloads each project that has articles as a bundle of all of it, logs included, so that another device can merge it; as
 * several where one would be too large to be read. Gives back how many layers are in it without their edits. Rejects where the
 * disk refuses or a file cannot be made.
 */
export async function downloadProjects({ database, transfer, download }: Dependencies): Promise<number> {
  let withoutEdits = 0;
  for (const { isAway: _, ...project } of await readProjects(database)) {
    const articleIds = (await loadArticles(database, project.id)).map(({ id }) => id);
    if (articleIds.length === 0) continue;
    const make = async (ids: ReadonlySet<ArticleId>, withLogs: boolean) => {
      const made = await transfer.makeFile({ project, articleIds: ids, whose: EVERYONE, withLogs }, () => undefined);
      return withLogs ? made : { ...made, withoutEdits: made.layers };
    };
    const files = await filesThatFit(articleIds, make);
    for (const [part, { blob }] of files.entries()) download(partFileName(project.name, part, files.length), blob);
    withoutEdits += files.reduce((sum, file) => sum + file.withoutEdits, 0);
  }
  return withoutEdits;
}
