import { type Project } from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { importAsProject } from '#storage/import-bundle.ts';
import { sampleProjectBundle } from './sample-bundle.ts';

/** Writes the sample project in one transaction. Rejects where the disk refuses, and then nothing of it is there. */
export async function addSample(
  { database, loadSample, now }: Pick<Dependencies, 'database' | 'loadSample' | 'now'>,
  project: Project,
): Promise<void> {
  const at = now();
  const bundle = sampleProjectBundle(project, await loadSample(), at);
  await importAsProject(database, project, bundle, {
    at,
    countWords: ({ text, language }) => countWords(text, language),
    report: () => undefined,
  });
}
