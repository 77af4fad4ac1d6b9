import { EVERYONE } from '#core/bundle/whose.ts';
import { bundleFileName } from '#state/bundle-file-name.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { readProjects } from '#state/known-projects.ts';
import { loadArticles } from '#storage/articles.ts';

/** Downloads each project that has articles as a bundle of all of it, logs included, so that another device can merge it. Rejects where the disk refuses or a file cannot be made. */
export async function downloadProjects({ database, transfer, download }: Dependencies): Promise<void> {
  for (const { isAway: _, ...project } of await readProjects(database)) {
    const articleIds = new Set((await loadArticles(database, project.id)).map(({ id }) => id));
    if (articleIds.size === 0) continue;
    const { blob } = await transfer.makeFile({ project, articleIds, whose: EVERYONE, withLogs: true }, () => undefined);
    download(bundleFileName(project.name), blob);
  }
}
