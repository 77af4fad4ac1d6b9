import { type Bundle, type BundledLayer } from '#core/bundle/bundle.ts';
import { type Article, type Project } from '#core/project/project.ts';
import { decisionThrough } from '#core/relabel/relabel-decision.ts';
import { toArticle } from '#storage/articles.ts';
import { isStanding } from '#storage/label-changes.ts';
import { layerLog } from '#storage/layer-log.ts';
import { layerWithLog } from '#storage/read-layers.ts';
import { toProject, unsavedProject } from '#storage/projects.ts';
import { isBegun } from '#storage/rows.ts';
import { type JournalRows } from './read-journal.ts';
import { layersIn, rowsIn } from './restorable.ts';

/** Each project of a journal as a bundle with its edits, without a database; of a layer whose log is damaged there is what comes before that, and it is counted. */
export function bundlesOf(rows: JournalRows): readonly { readonly bundle: Bundle; readonly unreadable: number }[] {
  const texts = new Map(rowsIn(rows, 'texts').map(({ id, text }) => [id, text]));
  const articles = rowsIn(rows, 'articles');
  const projects = rowsIn(rows, 'projects');
  const ids = new Set([...projects.map(({ id }) => id), ...articles.map(({ projectId }) => projectId)]);
  return [...ids].map((id) => {
    const row = projects.find((project) => project.id === id);
    const theirs = articles.flatMap((article) => {
      const text = texts.get(article.id);
      return article.projectId === id && text !== undefined ? [toArticle(article, text)] : [];
    });
    return bundleOf(
      rows,
      row ? toProject(row) : unsavedProject(id),
      new Map(theirs.map((article) => [article.id, article])),
    );
  });
}

function bundleOf(rows: JournalRows, project: Project, articles: ReadonlyMap<string, Article>) {
  const changes = rowsIn(rows, 'labelChanges')
    .filter((change) => change.projectId === project.id && isStanding(change))
    .toSorted((a, b) => a.number - b.number);
  const layers: BundledLayer[] = [];
  let unreadable = 0;
  for (const { head, snapshot, entries } of layersIn(rows)) {
    const article = articles.get(head.articleId);
    if (head.projectId !== project.id || !article || !isBegun(head)) continue;
    const logged = layerLog(head, snapshot, entries);
    layers.push(layerWithLog(logged, changes, article.text));
    if (logged.stored.damage) unreadable += 1;
  }
  const decisions = rowsIn(rows, 'decisions')
    .filter(({ projectId, articleId }) => projectId === project.id && articles.has(articleId))
    .toSorted((a, b) => a.number - b.number)
    .map(({ projectId: _project, number: _number, ...decision }) => {
      return decisionThrough(decision, changes, articles.get(decision.articleId)!.text);
    });
  const threads = rowsIn(rows, 'threads')
    .filter(({ projectId, articleId }) => projectId === project.id && articles.has(articleId))
    .map(({ projectId: _project, ...thread }) => thread);
  const people = new Set([
    ...layers.map(({ annotatorId }) => annotatorId),
    ...decisions.map(({ by }) => by),
    ...threads.flatMap(({ messages }) => messages.map(({ by }) => by)),
  ]);
  const annotators = rowsIn(rows, 'annotators').filter(({ id }) => people.has(id));
  return { bundle: { project, annotators, articles: [...articles.values()], layers, decisions, threads }, unreadable };
}
