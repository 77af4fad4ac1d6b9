import { type Layer, type Project } from '#core/project/project.ts';
import { labelAndPlace } from '#core/spans/label-and-place.ts';
import { plainAttributes } from '#core/spans/span.ts';
import { NOTHING_CHOSEN } from '#formats/exchange/dataset-choices.ts';
import { findArticles } from '#formats/exchange/find-articles.ts';
import { nameAnnotators } from '#formats/exchange/name-annotators.ts';
import {
  namesNobody,
  namesOfUnnamed,
  unnamedFilesIn,
  type NamesOfFiles,
  type UnnamedFiles,
} from '#formats/exchange/unnamed-annotators.ts';
import { loadArticle, loadArticles } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { loadLayers } from '#storage/layers.ts';
import { loadAnnotators } from '#storage/projects.ts';
import { prepareDataset } from './prepare-dataset.ts';
import { type Reading } from './read-gathered.ts';

type DatasetReading = Reading & { readonly kind: 'dataset' };

/** Whose annotations those are that name nobody. */
export interface DropNames {
  /** One after another the names of the datasets’ files; see namesOfUnnamed. */
  readonly names: readonly NamesOfFiles[];
  /** Those who would be meant, but have other annotations on the same article: so somebody else made these. */
  readonly others: readonly string[];
}

/** Finds out who made what names nobody in datasets that were dropped together. */
export interface DropNaming {
  readonly namesOf: (project: Project, datasets: readonly DatasetReading[]) => Promise<DropNames>;
}

/** Remembers who is who as long as the same datasets are to be brought into the same project. */
export function createDropNaming(database: () => Promise<Database>): DropNaming {
  let known:
    | { readonly project: string; readonly datasets: readonly DatasetReading[]; readonly found: DropNames }
    | undefined;
  return {
    namesOf: async (project, datasets) => {
      const isKnown =
        known?.project === project.id &&
        known.datasets.length === datasets.length &&
        known.datasets.every((each, index) => each === datasets[index]);
      const found = isKnown && known ? known.found : await namesIn(await database(), project, datasets);
      known = { project: project.id, datasets, found };
      return found;
    },
  };
}

/** Whoever has other annotations on one of the articles is not the one, so another name is taken until that holds for nobody. */
async function namesIn(database: Database, project: Project, datasets: readonly DatasetReading[]): Promise<DropNames> {
  const parts: { readonly name: string; readonly unnamed: UnnamedFiles }[] = [];
  for (const reading of datasets) {
    parts.push({ name: reading.name, unnamed: await unnamedIn(database, project, reading) });
  }
  const others: string[] = [];
  while (true) {
    const names = namesOfUnnamed(parts, others);
    const more = new Set<string>();
    for (const [index, reading] of datasets.entries()) {
      for (const name of await withOtherLayers(database, project, reading, names[index]!)) more.add(name);
    }
    if (more.size === 0) return { names, others };
    others.push(...more);
  }
}

/** Which of the names belong to somebody here who has other spans or links on one of the articles. */
async function withOtherLayers(
  database: Database,
  project: Project,
  reading: DatasetReading,
  names: NamesOfFiles,
): Promise<readonly string[]> {
  const people = await loadAnnotators(database);
  const here = new Set(people.map(({ id }) => id));
  const annotatorOf = nameAnnotators(people);
  const nameOf = new Map([...new Set(names.values())].map((name) => [annotatorOf(name, false).id, name]));
  if (![...nameOf.keys()].some((id) => here.has(id))) return [];
  const { bundle } = await prepareDataset(database, project, reading, names, NOTHING_CHOSEN, () => undefined);
  const layers = bundle.layers.filter(({ annotatorId }) => here.has(annotatorId) && nameOf.has(annotatorId));
  const stored = await loadLayers(
    database,
    layers.map(({ articleId, annotatorId }) => ({ projectId: project.id, articleId, annotatorId })),
  );
  return layers.flatMap((layer, index) => {
    const { layer: held } = stored[index]!;
    const isNothing = held.status === 'not-started' && held.spans.length === 0;
    const isSame = isNothing || saidIn(held) === saidIn(layer);
    return isSame ? [] : [nameOf.get(layer.annotatorId)!];
  });
}

/** What a layer says, whenever it was said: a file that is read again has spans of another time. */
function saidIn({ spans, links }: Layer): string {
  const said = new Map(
    spans.map((span) => [span.id, JSON.stringify([labelAndPlace(span), plainAttributes(span.attributes), span.note])]),
  );
  const linked = links.map(({ type, from, to }) => JSON.stringify([type, said.get(from), said.get(to)]));
  return JSON.stringify([[...said.values()].toSorted(), linked.toSorted()]);
}

async function unnamedIn(
  database: Database,
  project: Project,
  { loose, paths, name, beside }: DatasetReading,
): Promise<UnnamedFiles> {
  const withoutText = loose.documents.filter((document) => document.text === undefined && namesNobody(document));
  const library = {
    articles: withoutText.length > 0 ? await loadArticles(database, project.id) : [],
    load: (id: Parameters<typeof loadArticle>[2]) => loadArticle(database, project.id, id),
  };
  const found = await findArticles(withoutText, library, withoutText.length > 0 ? await beside() : [], name);
  return unnamedFilesIn(loose.documents, paths, found);
}
