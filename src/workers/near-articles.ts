import { sharedWords, shinglesOf } from '#core/likeness/shingles.ts';
import { likeness, sketchOf } from '#core/likeness/sketch.ts';
import { type Article, type ArticleId, type ProjectId } from '#core/project/project.ts';
import { loadArticles, loadWholeArticles } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { type NearArticle } from './prepared-file.ts';

/** Articles that share fewer of their words are not told: they are about the same thing, or quote each other. */
const LEAST_SHARE = 0.7;
/** Texts of the library are read so many at a time. */
const AT_ONCE = 200;

interface Sketched {
  readonly id: ArticleId;
  readonly title: string;
  readonly sketch: Uint32Array;
}

interface ReadArticle {
  readonly handle: number;
  readonly article: Article;
}

/** Finds for articles that were read those of the library, and of the others that were read, with nearly the same words. */
export function createNearArticles(database: () => Promise<Database>) {
  /** A text never changes, so that each is looked at once. */
  const sketches = new Map<ArticleId, Uint32Array>();
  const sketched = ({ id, title, text }: Article): Sketched => {
    const sketch = sketches.get(id) ?? sketchOf(shinglesOf(text));
    sketches.set(id, sketch);
    return { id, title, sketch };
  };
  const sketchLibrary = async (projectId: ProjectId): Promise<readonly Sketched[]> => {
    const opened = await database();
    const rows = (await loadArticles(opened, projectId)).filter(({ removedAt }) => removedAt === '');
    const unknown = rows.map(({ id }) => id).filter((id) => !sketches.has(id));
    for (let from = 0; from < unknown.length; from += AT_ONCE) {
      const part = await loadWholeArticles(opened, projectId, unknown.slice(from, from + AT_ONCE));
      for (const article of part) sketched(article);
    }
    return rows.flatMap(({ id, title }) => {
      const sketch = sketches.get(id);
      return sketch ? [{ id, title, sketch }] : [];
    });
  };
  return {
    /** For each article the nearest, if one is near; of two that were read together the later one is told of. */
    find: async (projectId: ProjectId, articles: readonly ReadArticle[]): Promise<readonly NearArticle[]> => {
      if (articles.length === 0) return [];
      const opened = await database();
      const library = await sketchLibrary(projectId);
      const found: NearArticle[] = [];
      const before: (Sketched & { readonly article: Article })[] = [];
      for (const { handle, article } of articles) {
        const own = sketched(article);
        const candidates = likeliest(own, library);
        const here =
          candidates.length === 0
            ? []
            : await loadWholeArticles(
                opened,
                projectId,
                candidates.map(({ id }) => id),
              );
        const along = likeliest(own, before).map((other) => other.article);
        const nearest = nearestOf(article, here, along);
        if (nearest) found.push({ handle, ...nearest });
        before.push({ ...own, article });
        // An import need not wait for the rest.
        await new Promise((resolve) => setTimeout(resolve));
      }
      return found;
    },
  };
}

/** Of many copies of one text a few are enough to be compared word by word. */
const MOST_CANDIDATES = 3;

function likeliest<Other extends Sketched>(own: Sketched, others: readonly Other[]): readonly Other[] {
  return others
    .map((other) => ({ other, likely: other.id === own.id ? 0 : likeness(own.sketch, other.sketch) }))
    .filter(({ likely }) => likely > 0)
    .toSorted((a, b) => b.likely - a.likely)
    .slice(0, MOST_CANDIDATES)
    .map(({ other }) => other);
}

function nearestOf(
  article: Article,
  here: readonly Article[],
  along: readonly Article[],
): Omit<NearArticle, 'handle'> | undefined {
  const others = [
    ...here.map((other) => ({ other, isHere: true })),
    ...along.map((other) => ({ other, isHere: false })),
  ];
  // Most articles are like no other, and a long text is not gone through for nothing.
  if (others.length === 0) return undefined;
  const shingles = shinglesOf(article.text);
  const all = others.map(({ other, isHere }) => ({
    title: other.title,
    isHere,
    share: sharedWords(shingles, shinglesOf(other.text)),
  }));
  const [nearest] = all.filter(({ share }) => share >= LEAST_SHARE).toSorted((a, b) => b.share - a.share);
  return nearest;
}
