import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { readTextArticle } from '#formats/plain-text/read.ts';
import { pause } from '#platform/pause.ts';
import { addArticles, loadArticles, unknownArticles } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { loadGone } from '#storage/gone.ts';
import { loadFirstArticles } from '#storage/first-articles.ts';
import { loadHeads } from '#storage/layers.ts';
import { type ArticleRow, type LayerRow } from '#storage/rows.ts';
import { type SeedFile } from './dependencies.ts';
import { FIRST_PROJECT } from './known-projects.ts';
import { type LibraryArticle, type Progress } from './library-article.ts';

/** So many articles are read first: more than most windows show. */
const FIRST = 30;

/** The first articles of the project’s library, in its order; undefined where it is short enough to be read at once. */
export async function readOpening(
  database: Database,
  projectId: ProjectId,
): Promise<readonly LibraryArticle[] | undefined> {
  const { rows, heads, hasMore } = await loadFirstArticles(database, projectId, FIRST);
  return hasMore ? toArticles(rows, heads) : undefined;
}

/** Every article of the project with how far everyone is, in the order in which they came in. */
export async function readLibrary(database: Database, projectId: ProjectId): Promise<readonly LibraryArticle[]> {
  const [rows, heads] = await Promise.all([loadArticles(database, projectId), loadHeads(database, projectId)]);
  // Sorting and drawing many articles takes a while each: not in one go.
  await pause();
  const articles = toArticles(rows, heads);
  await pause();
  return articles;
}

function toArticles(rows: readonly ArticleRow[], heads: readonly LayerRow[]): readonly LibraryArticle[] {
  const byArticle = new Map<ArticleId, Progress[]>();
  for (const { articleId, annotatorId, status, spanCount } of heads) {
    const progress: Progress = { annotatorId, status, spanCount };
    const others = byArticle.get(articleId);
    if (others) others.push(progress);
    else byArticle.set(articleId, [progress]);
  }
  return rows.map(({ id, title, author = '', source, date, language, original, correctionOf, words, removedAt }) => {
    const about = { id, title, author, source, date, language, original, correctionOf };
    return { ...about, words, removed: removedAt !== '', progress: byArticle.get(id) ?? [] };
  });
}

/** Adds the seed files that the first project does not know; gives back how many, and as sentences what could not be read. */
export async function addSeeds(
  database: Database,
  files: readonly SeedFile[],
  now: () => string,
): Promise<{ readonly added: number; readonly problems: readonly string[] }> {
  const read = files.map(({ fileName, text }) => ({ fileName, result: readTextArticle(fileName, text) }));
  const problems = read.flatMap(({ fileName, result }) =>
    result.ok ? [] : [`${fileName}: ${result.problems.map(({ message }) => message).join('; ')}`],
  );
  const articles = read.flatMap(({ result }) => (result.ok ? [result.value] : []));
  const [goneArticles, goneProjects] = [await loadGone(database, 'articles'), await loadGone(database, 'projects')];
  if (goneProjects.has(FIRST_PROJECT.id)) return { added: 0, problems };
  const unknown = await unknownArticles(
    database,
    FIRST_PROJECT.id,
    articles.flatMap(({ id }) => (goneArticles.has(id) ? [] : [id])),
  );
  // Nothing is written, and no word counted, at a start that brings nothing new.
  const added = articles
    .filter(({ id }) => unknown.has(id))
    .map((article) => ({ article, words: countWords(article.text, article.language) }));
  if (added.length > 0) await addArticles(database, FIRST_PROJECT.id, added, now());
  return { added: added.length, problems };
}
