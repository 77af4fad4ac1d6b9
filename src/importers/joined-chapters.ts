import { type PageStart } from '#core/project/project.ts';
import { type DraftArticle } from './importer.ts';

/** The parts of a book as one article, with where each page begins; its title is what all of theirs begin with. */
export function joinedChapters(drafts: readonly DraftArticle[]): DraftArticle | undefined {
  const [first] = drafts;
  if (!first) return undefined;
  const texts: string[] = [];
  const pages: PageStart[] = [];
  let length = 0;
  for (const draft of drafts) {
    for (const { from, page } of draft.pages) pages.push({ from: from + length, page });
    texts.push(draft.text);
    length += draft.text.length + 1;
  }
  return { ...first, title: first.title.split(' · ')[0]!, text: texts.join('\n'), pages };
}
