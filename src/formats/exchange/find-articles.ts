import { type Article, type ArticleAbout, type ArticleId } from '#core/project/project.ts';
import { withoutSpaces } from '#core/text/carry-range.ts';
import { freezeText } from '#core/text/freeze.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { isLanguageTag, ISO_DATE, LIMITS } from '#formats/limits.ts';
import { guessLanguage } from '#formats/plain-text/guess-language.ts';
import { guessTitle } from '#formats/plain-text/guess-title.ts';
import { type LooseDocument } from './loose.ts';
import { atMost } from './unique-ids.ts';

/** The articles that documents may belong to. */
export interface ArticleLibrary {
  readonly articles: readonly Pick<ArticleAbout, 'id' | 'title' | 'source'>[];
  /** Undefined where it is gone meanwhile. */
  readonly load: (id: ArticleId) => Promise<Article | undefined>;
}

/** An article from a text file that came with the dataset. */
export interface TextBeside {
  readonly path: string;
  readonly article: Article;
}

/** A library that is in memory. */
export function libraryOf(articles: readonly Article[]): ArticleLibrary {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return { articles, load: (id) => Promise.resolve(byId.get(id)) };
}

/**
 * The article of each document: that of the library with the same text, else with the same but for white space, else a new
 * one. A document without a text is looked for by its id, its file's name and its title, first among `beside`; where several
 * fit none is taken. Documents whose article is not found are left out. Rejects where the library cannot be read.
 */
export async function findArticles(
  documents: readonly LooseDocument[],
  library: ArticleLibrary,
  beside: readonly TextBeside[],
  source: string,
): Promise<ReadonlyMap<LooseDocument, Article>> {
  const found = new Map<LooseDocument, Article>();
  const here = createTextIndex(library);
  const byName = createNameIndex(library, beside);
  for (const document of documents) {
    const { text } = document;
    const named = text === undefined ? byName(document) : undefined;
    const article =
      text === undefined
        ? typeof named === 'string'
          ? await library.load(named)
          : named
        : await here.find(text, () => newArticle(document, text, source));
    if (article) found.set(document, article);
  }
  return found;
}

function newArticle(
  { title, author = '', source: told, date, language }: LooseDocument,
  raw: string,
  source: string,
): Article | undefined {
  const { text, original } = freezeText(raw);
  if (text.trim() === '' || text.length > LIMITS.text) return undefined;
  return {
    id: articleIdOf(text),
    title: atMost(title.toWellFormed(), LIMITS.title) || guessTitle(text, false) || atMost(source, LIMITS.title),
    author: atMost(author.toWellFormed(), LIMITS.author),
    source: atMost((told || source).toWellFormed(), LIMITS.source),
    date: ISO_DATE.test(date) ? date : '',
    language: isLanguageTag(language) ? language : guessLanguage(text),
    original,
    correctionOf: '',
    pages: [],
    text,
  };
}

/** Finds articles by their text; texts of the library are read only where a document's is not there as it is. */
function createTextIndex({ articles, load }: ArticleLibrary) {
  const ids = new Set<string>(articles.map(({ id }) => id));
  const added = new Map<string, Article>();
  let bare: Map<string, Article | ArticleId> | undefined;
  const readAll = async (): Promise<Map<string, Article | ArticleId>> => {
    const all = new Map<string, Article | ArticleId>();
    for (const { id } of articles) {
      const article = await load(id);
      if (article) all.set(bareId(article.text), id);
    }
    return all;
  };
  return {
    find: async (raw: string, create: () => Article | undefined): Promise<Article | undefined> => {
      const id = articleIdOf(freezeText(raw).text);
      const known = added.get(id) ?? (ids.has(id) ? await load(id) : undefined);
      if (known) return known;
      bare ??= await readAll();
      const key = bareId(raw);
      const same = bare.get(key);
      if (same !== undefined) return typeof same === 'string' ? load(same) : same;
      const article = create();
      if (!article) return undefined;
      added.set(article.id, article);
      bare.set(key, article);
      return article;
    },
  };
}

/** The same for texts that differ only in white space; a text of white space alone has none in common. */
function bareId(text: string): string {
  return articleIdOf(withoutSpaces(text));
}

/** Finds articles by what a document is called: the article, or the id of one in the library. */
function createNameIndex({ articles }: ArticleLibrary, beside: readonly TextBeside[]) {
  const ids = new Map<string, ArticleId>(articles.map(({ id }) => [id, id]));
  const files = createNames<Article>();
  for (const { path, article } of beside) files.add([path], article);
  const sources = createNames<ArticleId>();
  const titles = createNames<ArticleId>();
  for (const { id, source, title } of articles) {
    sources.add([source], id);
    titles.add([title], id);
  }
  return ({ name, title }: LooseDocument): Article | ArticleId | undefined => {
    const besideById = beside.find(({ article }) => article.id === name)?.article;
    return (
      besideById ?? ids.get(name) ?? files.find([name, title]) ?? sources.find([name]) ?? titles.find([title, name])
    );
  };
}

/** Things under the names that they may be called: as written, without folders, without the ending. */
function createNames<Thing>() {
  const levels = [
    (name: string) => name,
    (name: string) => name.replace(/^.*[/\\]/, ''),
    (name: string) => name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''),
  ].map((simplify) => ({
    key: (name: string) => simplify(name.normalize('NFC').trim()).toLowerCase(),
    things: new Map<string, Set<Thing>>(),
  }));
  return {
    add: (names: readonly string[], thing: Thing): void => {
      for (const { key, things } of levels) {
        for (const name of names) {
          const same = things.get(key(name)) ?? new Set();
          things.set(key(name), same.add(thing));
        }
      }
    },
    /** The only thing of the first name that has one; of several nobody knows which. */
    find: (names: readonly string[]): Thing | undefined => {
      for (const { key, things } of levels) {
        for (const name of names) {
          const [only, ...others] = key(name) === '' ? [] : (things.get(key(name)) ?? []);
          if (only !== undefined && others.length === 0) return only;
        }
      }
      return undefined;
    },
  };
}
