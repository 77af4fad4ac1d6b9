import { type Bundle, type BundledLayer } from '#core/bundle/bundle.ts';
import { type Annotator, type Article, type Project } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';
import { type Database } from './database.ts';
import { walkBundle } from './walk-bundle.ts';
import { type BundleChoice } from './walk-start.ts';

/** Reads the chosen part of a project as walkBundle does, and gives all of it at once. */
export async function loadBundle(
  database: Database,
  choice: BundleChoice,
  report: (done: number, total: number) => void = () => undefined,
): Promise<Bundle> {
  const articles: Article[] = [];
  const layers: BundledLayer[] = [];
  const decisions: Decision[] = [];
  const threads: Thread[] = [];
  let project: Project = choice.project;
  let annotators: readonly Annotator[] = [];
  await walkBundle(database, choice, {
    start: (stored, named) => {
      project = stored;
      annotators = named;
    },
    article: (article) => articles.push(article),
    layer: (layer) => layers.push(layer),
    decision: (decision) => decisions.push(decision),
    thread: (thread) => threads.push(thread),
    report,
  });
  return { project, annotators, articles, layers, decisions, threads };
}
