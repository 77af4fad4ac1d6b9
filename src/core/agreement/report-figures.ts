import { type Statistic, type Resamples, figuresOf } from './bootstrap.ts';
import { type Figure } from './figure.ts';
import { type Work } from './progress.ts';
import { type Scheme, SCHEMES } from './span-scores.ts';
import { type About, figureName } from './statistic-rows.ts';
import { type SchemeFigures } from './report.ts';

/** The figures of a statistic by name. */
export type Figures = ReadonlyMap<string, Figure>;

/** The statistics of a report; `gamma` is undefined where it was not asked for. */
export interface Statistics<Value> {
  readonly spans: Value;
  readonly text: Value;
  readonly unitizing: Value;
  readonly coding: Value;
  readonly earlier: Value;
  readonly sets: Value;
  readonly gamma: Value | undefined;
  /** In the order of the measured attributes. */
  readonly attributes: readonly Value[];
}

/** Computes all figures with their intervals, all from the same resamples. */
export function* allFigures(statistics: Statistics<Statistic>, resamples: Resamples): Work<Statistics<Figures>> {
  const { spans, text, unitizing, coding, earlier, sets, gamma, attributes } = statistics;
  const each = Math.max(1, resamples.count);
  const of = each * (6 + (gamma ? 1 : 0) + attributes.length);
  let finished = 0;
  const figures = function* (statistic: Statistic): Work<Figures> {
    yield { step: 'intervals', done: finished, of };
    const work = figuresOf(statistic, resamples);
    for (let next = work.next(); ; next = work.next()) {
      if (next.done) {
        finished += each;
        return next.value;
      }
      if (next.value > 0) yield { step: 'intervals', done: finished + next.value, of };
    }
  };
  const ofAttributes: Figures[] = [];
  for (const attribute of attributes) ofAttributes.push(yield* figures(attribute));
  return {
    spans: yield* figures(spans),
    text: yield* figures(text),
    unitizing: yield* figures(unitizing),
    coding: yield* figures(coding),
    earlier: yield* figures(earlier),
    sets: yield* figures(sets),
    gamma: gamma && (yield* figures(gamma)),
    attributes: ofAttributes,
  };
}

/** The figure of this name; one without a value where nobody could be compared. */
export function figureAt(figures: Figures, name: string): Figure {
  return figures.get(name) ?? { value: null, reason: 'no-overlap', n: 0, articles: 0, noInterval: 'no-value' };
}

/** Span F1 by every scheme. */
export function schemeFigures(figures: Figures, about: About): SchemeFigures {
  return bySchemes((scheme) => figureAt(figures, figureName(scheme, about)));
}

/** What the function gives for each scheme. */
export function bySchemes<Value>(valueOf: (scheme: Scheme) => Value): Readonly<Record<Scheme, Value>> {
  return Object.fromEntries(SCHEMES.map((scheme) => [scheme, valueOf(scheme)])) as Record<Scheme, Value>;
}
