import { makeCorpus } from '../components/page/corpus.js';
import { longestTask, pause } from '../components/page/measuring.js';
import { EVERYONE } from '../../src/core/bundle/whose.ts';
import { type Bundle } from '../../src/core/bundle/bundle.ts';
import { type ArticleId } from '../../src/core/project/project.ts';
import { type Stores } from '../../src/state/react.tsx';
import { addArticles } from '../../src/storage/articles.ts';
import { importBundle, type Writing } from '../../src/storage/import-bundle.ts';
import { bundleChunks } from '../../src/formats/native/write.ts';
import { readBundle } from '../../src/formats/native/read.ts';
import { openBrowser } from './browser-stores.ts';
import { articleOf, bundleOf, layerOf } from './marked-article.ts';

const APP = 'spanmark';
const AT = '2026-01-01T00:00:00.000Z';
/** How many words an article has does not matter here. */
const WRITING: Writing = { at: AT, countWords: () => 1, report: () => {} };

const tasks = longestTask();

/** What a job took, in milliseconds, and the longest task of this page meanwhile; 0 where none took 50 ms. */
interface Timed<Result> {
  readonly result: Result;
  readonly time: number;
  readonly block: number;
}

async function timed<Result>(job: () => Result | Promise<Result>): Promise<Timed<Result>> {
  await pause(100);
  tasks.forget();
  const start = performance.now();
  const result = await job();
  const time = performance.now() - start;
  await pause(100);
  return { result, time, block: tasks.longest() };
}

/** Adds this many short articles to the app's library. */
async function fillLibrary(count: number): Promise<void> {
  const { database, stores } = await openBrowser(APP);
  const { text } = makeCorpus('S');
  const articles = Array.from({ length: count }, (_, i) => {
    const from = (i * 37) % 9000;
    const words = `${i}. ${text.slice(from, from + 400)}`;
    return { article: articleOf(`Article ${i + 1}: ${text.slice(from, from + 40)}`, words), words: 70 };
  });
  await addArticles(database, stores.session.getState().project.id, articles, AT);
  database.close();
}

/** Adds the article of a size with its annotations to the app's library, in the layer of its annotator. */
async function putArticle(size: string): Promise<ArticleId> {
  const { database, stores } = await openBrowser(APP);
  const session = stores.session.getState();
  const { text, annotations } = makeCorpus(size);
  const article = articleOf(`A text of size ${size}`, text);
  const bundle = bundleOf(session, [article], [layerOf(article, session.annotatorId, annotations)]);
  await importBundle(database, session.project, bundle, WRITING);
  database.close();
  return article.id;
}

/** Adds so many articles with 100 spans each to the app's library. */
async function fillMarked(count: number): Promise<void> {
  const { database, stores } = await openBrowser(APP);
  const bundle = manyArticles(stores, count, 'S');
  await importBundle(database, bundle.project, bundle, WRITING);
  database.close();
}

/** So many articles of a size, each with other words. */
function manyArticles(stores: Stores, count: number, size = 'M'): Bundle {
  const session = stores.session.getState();
  const marked = Array.from({ length: count }, (_, i) => {
    const { text, annotations } = makeCorpus(size, 100 + i);
    const article = articleOf(`Article ${i + 1}`, text);
    return { article, layer: layerOf(article, session.annotatorId, annotations) };
  });
  return bundleOf(
    session,
    marked.map(({ article }) => article),
    marked.map(({ layer }) => layer),
  );
}

/**
 * Exports and imports so many articles of 1,000 spans, beside JSON.stringify and JSON.parse of what the file holds. `write`
 * and `read` are the making and checking of the file alone; the rest is the whole way, as the screens go it: from the
 * database to the file, and from the file through its preview to the database, with the longest `block` of the page meanwhile.
 */
async function exportAndImport(articles: number) {
  const source = await openBrowser(APP);
  const { project } = source.stores.session.getState();
  const bundle = manyArticles(source.stores, articles);
  const articleIds = new Set(bundle.articles.map(({ id }) => id));
  await importBundle(source.database, project, bundle, WRITING);

  const exported = await timed(() => source.stores.transfer.getState().prepareExport({ articleIds, whose: EVERYONE }));
  const { blob } = exported.result;
  const file = new File([blob], 'bench.spanmark.json', { type: 'application/json' });
  const json = await blob.text();
  const parsed = await timed(() => JSON.parse(json) as unknown);
  const stringified = await timed(() => JSON.stringify(parsed.result));
  const written = await timed(() => [...bundleChunks(bundle)].length);
  const read = await timed(() => readBundle(json));
  if (!read.result.ok) throw new Error('the exported file could not be read');
  await source.database.delete();

  const target = await openBrowser(APP);
  const transfer = () => target.stores.transfer.getState();
  const prepared = await timed(() => transfer().read([file]));
  const imported = await timed(() => transfer().write());
  const { failure, phase } = transfer();
  if (phase !== 'done') throw new Error(`nothing was imported: ${failure}`);
  const spans = await target.database.layers.toArray();
  await target.database.delete();
  return {
    bytes: blob.size,
    spans: spans.reduce((sum, { spanCount }) => sum + spanCount, 0),
    stringify: stringified.time,
    parse: parsed.time,
    write: written.time,
    read: read.time,
    export: exported.time,
    prepare: prepared.time,
    import: imported.time,
    block: Math.max(exported.block, prepared.block, imported.block),
  };
}

Object.assign(window, { tools: { fillLibrary, fillMarked, putArticle, exportAndImport } });
