import { type Bundle } from '#core/bundle/bundle.ts';
import { type Project } from '#core/project/project.ts';
import { type DatasetChoices } from '#formats/exchange/dataset-choices.ts';
import { type ArticleLibrary, findArticles, type TextBeside } from '#formats/exchange/find-articles.ts';
import { type LooseDataset } from '#formats/exchange/loose.ts';
import { nameAnnotators } from '#formats/exchange/name-annotators.ts';
import { type DatasetReport, type Orphan, orphansOf, reportDataset } from '#formats/exchange/report-dataset.ts';
import { type ImportContext, toBundle } from '#formats/exchange/to-bundle.ts';
import { type NamesOfFiles, withNames } from '#formats/exchange/unnamed-annotators.ts';
import { loadArticle, loadArticles } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { loadAnnotators } from '#storage/projects.ts';

/** So many spans without a place are shown, each with places that may be meant. */
export const SHOWN_ORPHANS = 50;

/** A dataset that a reader gave, with what it is called, when it was made, and the texts that came with it. */
export interface ReadDatasetFiles {
  readonly loose: LooseDataset;
  /** Those of its files. */
  readonly paths: readonly string[];
  readonly name: string;
  readonly at: string;
  readonly beside: () => Promise<readonly TextBeside[]>;
}

/** A dataset that is ready to be imported into one project. */
export interface PreparedDataset {
  readonly bundle: Bundle;
  readonly report: DatasetReport;
  readonly orphans: readonly Orphan[];
}

/** Finds the articles of a dataset in the project's library and puts its spans into their places. Writes nothing. */
export async function prepareDataset(
  database: Database,
  project: Project,
  { loose: read, paths, name, at, beside }: ReadDatasetFiles,
  names: NamesOfFiles,
  choices: DatasetChoices,
  report: (done: number, total: number) => void,
): Promise<PreparedDataset> {
  const loose = withNames(read, paths, names, choices.called);
  const needsTexts = loose.documents.some(({ text }) => text === undefined);
  const texts = needsTexts ? await beside() : [];
  const found = await findArticles(
    loose.documents,
    libraryIn(database, project, await loadArticles(database, project.id)),
    texts,
    name,
  );
  const context: ImportContext = {
    ...choices,
    project,
    articleOf: (document) => found.get(document),
    annotatorOf: nameAnnotators(await loadAnnotators(database)),
    at,
    report,
  };
  const imported = toBundle(loose, context);
  const orphans = orphansOf(imported, SHOWN_ORPHANS);
  return { bundle: imported.bundle, report: reportDataset(loose, imported, context), orphans };
}

function libraryIn(database: Database, { id }: Project, articles: ArticleLibrary['articles']): ArticleLibrary {
  return { articles, load: (articleId) => loadArticle(database, id, articleId) };
}
