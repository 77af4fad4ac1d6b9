import { type Annotator, type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { assignArticles } from '#core/split/assign-articles.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { nameFrom, type SessionStore } from '#state/session-store.ts';
import { saveAnnotator } from '#storage/projects.ts';
import { type NamedContent } from './named-content.ts';

/** How articles are given to people. */
export interface Assignment {
  /** As peopleIn gives them. */
  readonly names: readonly string[];
  /** How many people annotate each article. */
  readonly each: number;
  readonly seed: string;
  readonly articleIds: readonly ArticleId[];
}

/** The names that were typed, each once, as long as a file can hold them. */
export function peopleIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => nameFrom(name, '')).filter((name) => name !== ''))];
}

/** How many articles each of the people gets. */
export function sizesOf({ names, each, seed, articleIds }: Assignment): readonly number[] {
  return assignArticles(articleIds, names.length, each, seed).map((mine) => mine.length);
}

/** What goes into the file of each of the people. Those who are new are known in this browser from now on. */
export async function filesOf(
  { names, each, seed, articleIds }: Assignment,
  dependencies: Dependencies,
  session: SessionStore,
): Promise<readonly NamedContent[]> {
  const people = await annotatorsCalled(dependencies, session, names);
  const places = assignArticles(articleIds, people.length, each, seed);
  return people.map((annotator, index) => ({
    name: annotator.name,
    content: { kind: 'annotate', annotator, articleIds: new Set(places[index]) } as const,
  }));
}

/** Annotators of these names: those that are known here, and new ones, which are known here from now on. */
async function annotatorsCalled(
  { database, newId, tellTabs }: Dependencies,
  session: SessionStore,
  names: readonly string[],
): Promise<readonly Annotator[]> {
  const people: Annotator[] = [];
  for (const name of names) {
    const known = session.getState().annotators.find((annotator) => annotator.name === name);
    const annotator = known ?? { id: newId() as AnnotatorId, name };
    if (!known) await saveAnnotator(database, annotator);
    people.push(annotator);
  }
  await session.getState().refresh();
  tellTabs();
  return people;
}
