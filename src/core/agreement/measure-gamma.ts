import { type LabelId } from '#core/labels/label-id.ts';
import { type ComparedArticle, type Comparison } from './compared.ts';
import { alignForGamma, type CategorySums, type GammaAlignment } from './gamma-alignment.ts';
import { scattered } from './gamma-chance.ts';
import { type GammaUnit, type GammaWeights } from './gamma-units.ts';
import { samplesNeeded } from './gamma.ts';
import { type Work } from './progress.ts';
import { type Random, seededRandom } from './random.ts';

/** How γ is computed. `samples` per article are drawn, or as many as the precision (a share of δ_e) needs where undefined. */
export interface GammaSettings {
  readonly weights: GammaWeights;
  readonly samples: number | undefined;
  readonly precision: number;
  /** Steps of the search for the best alignment of an article after which it is left out. */
  readonly mostNodes: number;
}

/** What an article adds to γ; undefined costs nothing but says that its alignment would have taken too long. */
export interface ArticleGamma {
  readonly spans: number;
  /** The mean number of spans of an annotator. */
  readonly spansEach: number;
  readonly observed: GammaAlignment;
  /** Mean over the samples. */
  readonly chanceCost: number;
  readonly chanceCategories: readonly CategorySums[];
  /** Of the cost of a single sample. */
  readonly chanceVariance: number;
  /** 0 where fewer than two annotators have spans, so that chance can change nothing. */
  readonly samples: number;
}

/** γ's parts by article, undefined where it was too costly, and how many samples of each article were drawn. */
export interface MeasuredGamma {
  readonly articles: readonly (ArticleGamma | undefined)[];
  readonly samples: number;
}

/** With fewer samples of an article nothing is known of how much its disorder varies. */
const LEAST_SAMPLES = 2;
/** How many samples there are at first, all articles together: the 30 that Mathet, Widlöcher & Métivier 2015 begin with. */
const FIRST_SAMPLES = 30;
const MOST_SAMPLES = 1000;

/**
 * Finds γ's parts of each article. One sample is a random continuum of every article, so the number of samples that a
 * precision needs falls with the number of articles.
 */
export function* measureGamma(comparison: Comparison, settings: GammaSettings, seed: number): Work<MeasuredGamma> {
  const running: (Running | undefined)[] = [];
  const { articles, labels } = comparison;
  const first = settings.samples ?? Math.max(LEAST_SAMPLES, Math.ceil(FIRST_SAMPLES / Math.max(1, articles.length)));
  const all = articles.length * (1 + first);
  for (const article of articles) {
    yield { step: 'gamma', done: running.length, of: all };
    running.push(startOf(article, labels, settings, seed));
  }
  let samples = 0;
  let wanted = first;
  while (samples < wanted) {
    for (const [index, one] of running.entries()) {
      yield { step: 'gamma', done: (samples + 1) * articles.length + index, of: articles.length * (1 + wanted) };
      if (one && !drawSample(one, settings)) running[index] = undefined;
    }
    samples += 1;
    // How much samples vary is known better the more there are, so it is asked again.
    if (samples === wanted && settings.samples === undefined) {
      wanted = Math.min(MOST_SAMPLES, Math.max(samples, samplesNeeded(variationOf(running), settings.precision)));
    }
  }
  return { articles: running.map((one) => one && resultOf(one)), samples };
}

/**
 * The standard error of γ that is left because chance was sampled: of one article, or of several together by the costs
 * that γ is made of.
 */
export function samplingError(articles: readonly (ArticleGamma | undefined)[]): number {
  let [observed, chance, variance] = [0, 0, 0];
  for (const one of articles) {
    if (!one) continue;
    observed += one.observed.cost;
    chance += one.chanceCost;
    if (one.samples > 0) variance += one.chanceVariance / one.samples;
  }
  return chance === 0 ? 0 : ((observed / chance) * Math.sqrt(variance)) / chance;
}

/** An article while its samples are drawn. */
interface Running {
  readonly units: readonly GammaUnit[];
  readonly length: number;
  readonly annotators: number;
  readonly observed: GammaAlignment;
  readonly labels: number;
  readonly isDrawn: boolean;
  readonly randomOf: (annotator: number) => Random;
  readonly costs: number[];
  readonly categories: { weight: number; different: number }[];
}

function startOf(
  { article, layers }: ComparedArticle,
  labels: readonly LabelId[],
  { weights, mostNodes }: GammaSettings,
  seed: number,
): Running | undefined {
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  const units = layers.flatMap(({ spans }, annotator) =>
    spans.map(({ label, ranges }) => ({ annotator, label: placeOf.get(label)!, ranges })),
  );
  const observed = alignForGamma(units, layers.length, labels.length, weights, { nodes: mostNodes });
  if (!observed.isExact) return undefined;
  const chances = layers.map(({ annotatorId }) => seededRandom(seed, JSON.stringify([article.id, annotatorId])));
  return {
    units,
    length: article.text.length,
    annotators: layers.length,
    observed,
    labels: labels.length,
    isDrawn: layers.filter(({ spans }) => spans.length > 0).length >= 2,
    randomOf: (annotator) => chances[annotator]!,
    costs: [],
    categories: observed.categories.map(() => ({ weight: 0, different: 0 })),
  };
}

/** False where the sample could not be aligned within the limit. */
function drawSample(one: Running, { weights, mostNodes }: GammaSettings): boolean {
  if (!one.isDrawn) return true;
  const units = scattered(one.units, one.length, one.randomOf);
  const sample = alignForGamma(units, one.annotators, one.labels, weights, { nodes: mostNodes });
  if (!sample.isExact) return false;
  one.costs.push(sample.cost);
  for (const [index, { weight, different }] of sample.categories.entries()) {
    one.categories[index]!.weight += weight;
    one.categories[index]!.different += different;
  }
  return true;
}

function variationOf(running: readonly (Running | undefined)[]): number {
  let [mean, variance] = [0, 0];
  for (const one of running) {
    if (!one) continue;
    mean += meanOf(one.isDrawn ? one.costs : [one.observed.cost]);
    variance += varianceOf(one.costs);
  }
  return mean === 0 ? 0 : Math.sqrt(variance) / mean;
}

function resultOf({ units, annotators, observed, isDrawn, costs, categories }: Running): ArticleGamma {
  return {
    spans: units.length,
    spansEach: units.length / annotators,
    observed,
    // One annotator's spans alone cost the same wherever they are.
    chanceCost: isDrawn ? meanOf(costs) : observed.cost,
    chanceCategories: categories.map(({ weight, different }) => ({
      weight: isDrawn ? weight / costs.length : 0,
      different: isDrawn ? different / costs.length : 0,
    })),
    chanceVariance: varianceOf(costs),
    samples: costs.length,
  };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

function varianceOf(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0;
  const mean = meanOf(numbers);
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1);
}
