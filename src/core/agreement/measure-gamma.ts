import { type LabelId } from '#core/labels/label-id.ts';
import { total } from '#core/text/total.ts';
import { type ComparedArticle, type Comparison } from './compared.ts';
import { alignForGamma, type CategorySums, type GammaAlignment } from './gamma-alignment.ts';
import { scattered } from './gamma-chance.ts';
import { type GammaUnit, type GammaWeights } from './gamma-units.ts';
import { gammaOutcome, samplesNeeded } from './gamma.ts';
import { MOST_CHOICES, type PackingSolver } from './hard-packing.ts';
import { type GammaSoFar, type ReportProgress, type Work } from './progress.ts';
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
  const help: Help = { solve: undefined, isMissing: false };
  for (const article of articles) {
    const progress = { step: 'gamma', done: running.length, of: all } as const;
    yield progress;
    const one = startOf(article, labels, seed);
    const observed = yield* align(one, one.units, settings, help, progress);
    running.push(observed && { ...one, observed, ...emptySums(observed) });
  }
  let samples = 0;
  let wanted = first;
  let gamma: GammaSoFar | undefined;
  while (samples < wanted) {
    for (const [index, one] of running.entries()) {
      const [done, of] = [(samples + 1) * articles.length + index, articles.length * (1 + wanted)];
      const progress: ReportProgress = { step: 'gamma', done, of, ...(gamma && { gamma }) };
      yield progress;
      if (!one?.isDrawn) continue;
      const units = scattered(one.units, one.length, one.randomOf);
      const sample = yield* align(one, units, settings, help, progress);
      if (sample) addSample(one, sample);
      else running[index] = undefined;
    }
    samples += 1;
    gamma = soFar(running, samples);
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

/** γ as far as it is known, with how far it may be off. */
function soFar(running: readonly (Running | undefined)[], samples: number): GammaSoFar {
  const articles = running.map((one) => one && resultOf(one));
  const sum = (of: (one: ArticleGamma) => number): number => total(articles.map((one) => (one ? of(one) : 0)));
  const { value } = gammaOutcome(
    sum(({ observed }) => observed.cost),
    sum(({ chanceCost }) => chanceCost),
    sum(({ spans }) => spans),
    sum(({ spansEach }) => spansEach),
  );
  return { samples, value, error: samplingError(articles) };
}

/** An article before anything of it is aligned. */
interface Started {
  readonly units: readonly GammaUnit[];
  readonly length: number;
  readonly annotators: number;
  readonly labels: number;
  readonly isDrawn: boolean;
  readonly randomOf: (annotator: number) => Random;
  /** True once the search alone did not find an alignment of it. */
  isHard: boolean;
}

/** An article while its samples are drawn. */
interface Running extends Started {
  readonly observed: GammaAlignment;
  readonly costs: number[];
  readonly categories: { weight: number; different: number }[];
}

function startOf({ article, layers }: ComparedArticle, labels: readonly LabelId[], seed: number): Started {
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  const units = layers.flatMap(({ spans }, annotator) =>
    spans.map(({ label, ranges }) => ({ annotator, label: placeOf.get(label)!, ranges })),
  );
  const chances = layers.map(({ annotatorId }) => seededRandom(seed, JSON.stringify([article.id, annotatorId])));
  return {
    units,
    length: article.text.length,
    annotators: layers.length,
    labels: labels.length,
    isDrawn: layers.filter(({ spans }) => spans.length > 0).length >= 2,
    randomOf: (annotator) => chances[annotator]!,
    isHard: false,
  };
}

function emptySums({ categories }: GammaAlignment): Pick<Running, 'costs' | 'categories'> {
  return { costs: [], categories: categories.map(() => ({ weight: 0, different: 0 })) };
}

/** The solver of integer programs, once it was asked for; `isMissing` where there is none. */
interface Help {
  solve: PackingSolver | undefined;
  isMissing: boolean;
}

/** Of an article that the search alone could not align, it is tried for this share of its steps only. */
const HARD_SHARE = 0.05;

/** The best alignment by search, or else by an integer program; undefined where neither finds it in time. */
function* align(
  one: Started,
  units: readonly GammaUnit[],
  { weights, mostNodes }: GammaSettings,
  help: Help,
  progress: ReportProgress,
): Work<GammaAlignment | undefined> {
  const nodes = one.isHard ? Math.ceil(HARD_SHARE * mostNodes) : mostNodes;
  const found = alignForGamma(units, one.annotators, one.labels, weights, { nodes });
  if (found.isExact) return found;
  one.isHard = true;
  if (!help.solve && !help.isMissing) {
    help.solve = (yield { ...progress, wantsSolver: true }) ?? undefined;
    help.isMissing = !help.solve;
  }
  if (!help.solve) return undefined;
  const helped = alignForGamma(units, one.annotators, one.labels, weights, {
    nodes: 0,
    tuples: MOST_CHOICES,
    solve: help.solve,
  });
  return helped.isExact ? helped : undefined;
}

function addSample(one: Running, { cost, categories }: GammaAlignment): void {
  one.costs.push(cost);
  for (const [index, { weight, different }] of categories.entries()) {
    one.categories[index]!.weight += weight;
    one.categories[index]!.different += different;
  }
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
  return total(numbers) / Math.max(1, numbers.length);
}

function varianceOf(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0;
  const mean = meanOf(numbers);
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1);
}
