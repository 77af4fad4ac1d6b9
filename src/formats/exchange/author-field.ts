import { type Article } from '#core/project/project.ts';

/** An article's author as a field of its own, left out where nobody knows who wrote it. */
export function authorField({ author }: Pick<Article, 'author'>): { readonly author?: string } {
  return author === '' ? {} : { author };
}
