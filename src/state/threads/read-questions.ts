import { type SpanRef } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { type GuidelineQuestion } from '#core/review/guideline-questions.ts';
import { type Thread } from '#core/review/thread.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { loadArticles } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { layersOf } from '#storage/label-changes.ts';
import { nameOfLayer } from '#storage/rows.ts';
import { loadAllThreads } from '#storage/threads.ts';

/** Every guideline question of the project with its label, as the spans are now. */
export async function readQuestions(database: Database, projectId: ProjectId): Promise<readonly GuidelineQuestion[]> {
  const threads = (await loadAllThreads(database, projectId)).filter(({ isGuidelineQuestion }) => isGuidelineQuestion);
  const articles = new Map((await loadArticles(database, projectId)).map((article) => [article.id, article]));
  const layers = await readLayersOf(database, projectId, threads);
  return threads.flatMap((thread): readonly GuidelineQuestion[] => {
    const article = articles.get(thread.articleId);
    if (!article) return [];
    const { title, language } = article;
    return [{ thread, label: labelOf(thread, projectId, layers), articleTitle: title, language }];
  });
}

async function readLayersOf(
  database: Database,
  projectId: ProjectId,
  threads: readonly Thread[],
): Promise<ReadonlyMap<string, Layer>> {
  const keys = new Map(
    threads.flatMap(({ articleId, spans }) =>
      spans.map((ref) => {
        const key = keyOf(projectId, articleId, ref);
        return [nameOfLayer(key), key] as const;
      }),
    ),
  );
  const layers = await layersOf(database, projectId, [...keys.values()]);
  return new Map([...keys.keys()].map((name, index) => [name, layers[index]!]));
}

function labelOf(
  { articleId, spans }: Thread,
  projectId: ProjectId,
  layers: ReadonlyMap<string, Layer>,
): LabelId | undefined {
  for (const ref of spans) {
    const layer = layers.get(nameOfLayer(keyOf(projectId, articleId, ref)));
    const label = layer && findSpan(layer.spans, ref.spanId)?.label;
    if (label !== undefined) return label;
  }
  return undefined;
}

function keyOf(projectId: ProjectId, articleId: ArticleId, { annotatorId }: SpanRef) {
  return { projectId, articleId, annotatorId };
}
