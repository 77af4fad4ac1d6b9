import { t } from '#language/t.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type AnnotatedArticle, type DatasetAbout } from './dataset.ts';
import { lossDetails } from './loss-details.ts';
import { type LossLog } from './losses.ts';

/** What a project has that a format may have no room for. */
export const FEATURES = [
  'text',
  'overlaps',
  'fragments',
  'attributes',
  'notes',
  'links',
  'annotators',
  'names',
  'ids',
  'times',
  'origin',
  'status',
  'about',
  'pages',
  'guidelines',
  'label-set',
  'decisions',
  'threads',
] as const;
export type Feature = (typeof FEATURES)[number];

/** `yes` and `no` for all of it; `partly` where it depends on the span, and then the writer reports each loss itself. */
export type Carry = 'yes' | 'no' | 'partly';
export type Carries = Readonly<Record<Feature, Carry>>;

/** What a format would carry that has room for everything but reviews and page starts, for which only our own has; each names what it has not. */
export const CARRIES_ALL: Carries = {
  text: 'yes',
  overlaps: 'yes',
  fragments: 'yes',
  attributes: 'yes',
  notes: 'yes',
  links: 'yes',
  annotators: 'yes',
  names: 'yes',
  ids: 'yes',
  times: 'yes',
  origin: 'yes',
  status: 'yes',
  about: 'yes',
  pages: 'no',
  guidelines: 'yes',
  'label-set': 'yes',
  decisions: 'no',
  threads: 'no',
};

/** Reports what of the project itself the format has no room for. */
export function projectLosses({ project, annotators }: DatasetAbout, carries: Carries, losses: LossLog): void {
  if (carries.guidelines === 'no' && project.guidelines.length > 0) {
    losses.add({ reason: 'guidelines-dropped', detail: lossDetails(t).guidelines });
  }
  if (carries.names === 'no') {
    // A name that is the id is in the file all the same.
    for (const { id, name } of annotators.filter((each) => each.name.trim() !== '' && each.name !== each.id)) {
      losses.add({ reason: 'annotator-name-dropped', annotatorId: id, detail: name });
    }
  }
  if (carries['label-set'] === 'no') losses.add({ reason: 'label-set-dropped', detail: project.name });
}

/** Reports the decisions and threads that the format has no room for, each by itself. */
export function reviewLosses(
  { decisions, threads }: Pick<Bundle, 'decisions' | 'threads'>,
  carries: Carries,
  losses: LossLog,
): void {
  if (carries.decisions === 'no') {
    for (const { articleId, verdict } of decisions)
      losses.add({ reason: 'decision-dropped', articleId, detail: verdict });
  }
  if (carries.threads === 'no') {
    // What people wrote may name them, so only the words that it is about are told.
    for (const { articleId, quote } of threads) {
      losses.add({ reason: 'thread-dropped', articleId, detail: quote || lossDetails(t).wholeArticle });
    }
  }
}

/** Reports what of an article and its layers the format has no room for at all, item by item. */
export function wholesaleLosses(annotated: AnnotatedArticle, carries: Carries, losses: LossLog): void {
  const { article, layers } = annotated;
  const articleId = article.id;
  if (carries.text === 'no') losses.add({ reason: 'text-dropped', articleId, detail: article.title });
  if (carries.about === 'no') losses.add({ reason: 'about-dropped', articleId, detail: article.title });
  if (carries.pages === 'no' && article.pages.length > 0) {
    losses.add({ reason: 'pages-dropped', articleId, detail: article.title });
  }
  for (const layer of layers) layerLosses(annotated, layer, carries, losses);
}

function layerLosses({ article, layers }: AnnotatedArticle, layer: Layer, carries: Carries, losses: LossLog): void {
  const { articleId, annotatorId, spans, links } = layer;
  const at = { articleId, annotatorId };
  if (carries.status === 'no') losses.add({ reason: 'status-dropped', ...at, detail: layer.status });
  if (carries.annotators === 'no' && layers.length > 0) {
    losses.add({ reason: 'annotator-dropped', ...at, detail: annotatorId });
  }
  for (const span of spans) {
    const about = { ...at, spanId: span.id, detail: quoteOf(article.text, span) };
    if (carries.ids === 'no') losses.add({ reason: 'ids-dropped', ...about });
    if (carries.times === 'no') losses.add({ reason: 'times-dropped', ...about });
    if (carries.origin === 'no') losses.add({ reason: 'origin-dropped', ...about });
    if (carries.notes === 'no' && span.note !== '') losses.add({ reason: 'note-dropped', ...about });
    if (carries.attributes === 'no') {
      for (const { id } of span.attributes) losses.add({ reason: 'attribute-dropped', ...about, attribute: id });
    }
  }
  if (carries.links === 'no') {
    for (const link of links) losses.add({ reason: 'link-dropped', ...at, linkId: link.id, detail: link.type });
  }
}
