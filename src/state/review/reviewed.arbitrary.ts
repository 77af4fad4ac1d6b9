import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId, type LayerStatus } from '#core/project/project.ts';
import { NO_SUM } from '#core/edits/entry-sum.ts';
import { NO_HISTORY } from '#core/edits/history.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';
import { putWhole } from '#storage/layers.ts';
import { openTestBrowser, TEXT, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';
import { type ReviewState } from './review-parts.ts';

/** A span as a test writes it: `label: words`, with a value of its type behind a bar. */
type Written = string;

/** A browser with one tab, and others’ layers on the article “Taxes”, each annotator done; the review of it is open. */
export async function reviewTaxes(layers: Readonly<Record<string, readonly Written[]>>): Promise<{
  readonly browser: TestBrowser;
  readonly tab: TestTab;
  readonly review: () => ReviewState;
}> {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  for (const [name, spans] of Object.entries(layers)) await writeLayer(browser, tab, name, spans);
  await tab.review.getState().open(articleOf(tab, 'Taxes'));
  return { browser, tab, review: tab.review.getState };
}

/** The id of the article with this title. */
export function articleOf(tab: TestTab, title: string): ArticleId {
  return tab.library.getState().articles.find((article) => article.title === title)!.id;
}

interface LayerPart {
  readonly title?: string;
  readonly status?: LayerStatus;
  readonly at?: string;
  readonly text?: string;
}

/** Puts a layer on the disk, as an import or another tab does. Spans keep their ids by their place in the list. */
export async function writeLayer(
  { disk: { database } }: TestBrowser,
  tab: TestTab,
  name: string,
  written: readonly Written[],
  { title = 'Taxes', status = 'done', at = AT, text = TEXT }: LayerPart = {},
): Promise<void> {
  const key = {
    projectId: tab.session.getState().project.id,
    articleId: articleOf(tab, title),
    annotatorId: name as AnnotatorId,
  };
  const spans = written.map((each, index) => spanOf(text, `${name}${index}`, each)).toSorted(compareSpans);
  const layer = { ...key, status, spans, links: [], changedAt: at };
  const { layers, snapshots } = database;
  await database.transaction('rw', layers, snapshots, () =>
    putWhole(database, key, { layer, history: NO_HISTORY, number: 0, sum: NO_SUM }, false),
  );
}

const AT = '2024-06-17T08:00:00.000Z';

function spanOf(text: string, id: string, written: Written): Span {
  const [, label = '', words = '', type] = /^(\w+): ([^|]+)(?:\|(\w+))?$/.exec(written)!;
  const from = text.indexOf(words);
  if (from < 0) throw new Error(`“${words}” is not in the text`);
  return {
    id: id as SpanId,
    label: label as LabelId,
    ranges: [{ from, to: from + words.length }],
    attributes: type === undefined ? [] : [{ id: 'type' as AttributeId, value: type }],
    note: '',
    origin: 'hand',
    createdAt: AT,
    changedAt: AT,
  };
}

/** Gold of the open article as `label: words`. */
export function goldOf({ gold, article: { text } }: ReviewState): readonly string[] {
  return (gold?.layer.spans ?? []).map(({ label, ranges }) => {
    return `${label}: ${ranges.map(({ from, to }) => text.slice(from, to)).join(' … ')}`;
  });
}

/** Every item as `words: state`. */
export function itemsOf({ items, article: { text } }: ReviewState): readonly string[] {
  return items.map(({ hull: { from, to }, state }) => `${text.slice(from, to)}: ${state}`);
}
