import { carryPages } from '#core/carry-over/carry-pages.ts';
import { type Project } from '#core/project/project.ts';
import { freezeText } from '#core/text/freeze.ts';
import { NOTHING_CHOSEN } from '#formats/exchange/dataset-choices.ts';
import { TEXT } from '#formats/exchange/detect-format.ts';
import { type Problem } from '#formats/problem.ts';
import { freezeDraft, withoutFaults } from '#importers/freeze-draft.ts';
import { type DraftArticle } from '#importers/importer.ts';
import { joinedChapters } from '#importers/joined-chapters.ts';
import { type Database } from '#storage/database.ts';
import { type HeldFiles } from './held-files.ts';
import { createNearArticles } from './near-articles.ts';
import { type ReadyDrafts } from './open-files.ts';
import { type NearArticle, type PreparedFile } from './prepared-file.ts';

/** What the user can change of an article before it comes in. */
export type DraftFields = Pick<DraftArticle, 'title' | 'author' | 'source' | 'date' | 'language' | 'text'>;

/** An article with its changes, or why it cannot be so. */
export type Redrafted =
  | { readonly ok: true; readonly file: PreparedFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Articles between reading and writing: they can be changed, and compared with others. */
export interface DraftWork {
  /** The article of a handle with its whole text. Throws where there is none. */
  readonly draftOf: (handle: number) => DraftFields;
  /** Puts a changed article in the place of the one that was read; nothing changes where it cannot be one. */
  readonly redraft: (handle: number, fields: DraftFields, project: Project) => Promise<Redrafted>;
  /** The parts of a book as one article, or as one each again; gives what stands in their place. */
  readonly bindBook: (book: number, asWhole: boolean, project: Project) => Promise<readonly PreparedFile[]>;
  /** An article of its own for each row, in the place of a table; gives them. Throws where the handle is that of no table. */
  readonly splitTable: (handle: number, project: Project) => Promise<readonly PreparedFile[]>;
  /** For each article that was read, the one that has most words in common with it, if any has; the same text is not near. */
  readonly nearArticles: (project: Project) => Promise<readonly NearArticle[]>;
}

interface HeldBook {
  readonly ready: ReadyDrafts;
  handles: readonly number[];
}

/** The work on drafts over what is held; `holdDrafts` begins it with what an importer made of a file. */
export function createDraftWork(
  held: HeldFiles,
  database: () => Promise<Database>,
): DraftWork & { readonly holdDrafts: (ready: ReadyDrafts) => readonly number[] } {
  const books = new Map<number, HeldBook>();
  const near = createNearArticles(database);

  const articleOf = (handle: number) => {
    const { reading } = held.find(handle);
    if (reading.kind !== 'article') throw new Error('There is no article of this number.');
    return reading;
  };
  const prepareAll = async (handles: readonly number[], project: Project): Promise<readonly PreparedFile[]> => {
    const prepared: PreparedFile[] = [];
    for (const handle of handles) prepared.push(await held.prepare(handle, project, () => undefined));
    return prepared;
  };
  const holdEach = (ready: ReadyDrafts, drafts: readonly DraftArticle[], book?: number): readonly number[] => {
    const { fileName } = ready;
    const about =
      book === undefined ? {} : { book: { id: book, parts: ready.drafts.length, isWhole: drafts.length === 1 } };
    if (drafts.length === 0) {
      return [
        held.hold({
          ...withoutFile(),
          reading: { kind: 'problems', fileName, problems: ready.problems },
          problems: [],
        }),
      ];
    }
    return drafts.map((draft, index) => {
      const notes = index === 0 ? ready.problems : [];
      const result = freezeDraft(withoutFaults(draft), fileName);
      const reading = result.ok
        ? ({ kind: 'article', fileName, article: result.value, notes } as const)
        : ({ kind: 'problems', fileName, problems: [...notes, ...result.problems] } as const);
      return held.hold({ ...withoutFile(), reading, problems: [], ...about });
    });
  };
  return {
    holdDrafts: (ready) => {
      if (!ready.isBook) return holdEach(ready, ready.drafts);
      const id = books.size + 1;
      const handles = holdEach(ready, ready.drafts, id);
      books.set(id, { ready, handles });
      return handles;
    },
    draftOf: (handle) => {
      const { title, author, source, date, language, text } = articleOf(handle).article;
      return { title, author, source, date, language: language === 'und' ? '' : language, text };
    },
    redraft: async (handle, fields, project) => {
      const before = articleOf(handle);
      const { article } = before;
      const pages = carryPages(article.text, freezeText(fields.text).text, article.pages);
      const result = freezeDraft({ ...fields, pages, original: article.original }, before.fileName);
      if (!result.ok) return result;
      held.replace(handle, { ...held.find(handle), reading: { ...before, article: result.value } });
      return { ok: true, file: await held.prepare(handle, project, () => undefined) };
    },
    bindBook: async (id, asWhole, project) => {
      const book = books.get(id);
      if (!book) throw new Error('There is no book of this number.');
      for (const handle of book.handles) held.drop(handle);
      const whole = asWhole ? joinedChapters(book.ready.drafts) : undefined;
      book.handles = holdEach(book.ready, whole ? [whole] : book.ready.drafts, id);
      return prepareAll(book.handles, project);
    },
    splitTable: async (handle, project) => {
      const { reading, problems } = held.find(handle);
      if (reading.kind !== 'table') throw new Error('There is no table of this number.');
      const { fileName, articles, places } = reading;
      held.drop(handle);
      const handles = articles.map((article, index) => {
        const isFirst = index === 0;
        return held.hold({
          ...withoutFile(),
          reading: {
            kind: 'article',
            fileName: `${fileName} · ${places[index]}`,
            article,
            notes: isFirst ? reading.problems : [],
          },
          problems: isFirst ? problems : [],
        });
      });
      return prepareAll(handles, project);
    },
    nearArticles: (project) => near.find(project.id, held.articles()),
  };
}

/** What is held of an article that is not to be read again in another way. */
function withoutFile() {
  const names = new Map<string, string>();
  return { gathered: undefined, format: TEXT, choices: NOTHING_CHOSEN, names, others: [] } as const;
}
