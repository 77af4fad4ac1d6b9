import { t } from '#language/t.ts';
import { type Outcome } from './figure.ts';
import { type AgreementReport } from './report.ts';

/** A value of the learning curve: the place of its group of articles, and both coordinates from 0 to 1, y downwards. */
export interface CurveDot {
  readonly group: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

type CurveMark = 'circle' | 'square' | 'diamond';

/** A figure over time. Lines differ in how they are dashed and in their marks too, since colours cannot be told by all. */
export interface CurveLine {
  readonly key: 'strict' | 'partial' | 'unitizing';
  readonly name: string;
  /** As of the SVG attribute `stroke-dasharray`; empty for a whole line. */
  readonly dashes: string;
  readonly mark: CurveMark;
  /** Stretches of groups that follow each other and have a value; there is no line over one that has none. */
  readonly runs: readonly (readonly CurveDot[])[];
}

/**
 * The learning curve as lines between `low` and 1; `groups` is where each group of articles is, from 0 to 1, and `ticks` are the
 * values at which a rule is drawn.
 */
export interface CurveShape {
  readonly lines: readonly CurveLine[];
  readonly groups: readonly number[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
}

const LINES = [
  { key: 'strict', name: t`Strict F1`, dashes: '', mark: 'circle' },
  { key: 'partial', name: t`Partial F1`, dashes: '7 4', mark: 'square' },
  { key: 'unitizing', name: 'uα', dashes: '2 4', mark: 'diamond' },
] as const;

/** The curve of the report; reaches below 0 where uα does. */
export function curveLines({ curve }: Pick<AgreementReport, 'curve'>): CurveShape {
  const outcomes = curve.map(({ f1, unitizing }) => ({ strict: f1.strict, partial: f1.partial, unitizing }));
  const values = outcomes.flatMap((each) => Object.values(each).map(({ value }) => value ?? 0));
  const low = Math.min(0, Math.floor(Math.min(0, ...values) * 4) / 4);
  const yOf = (value: number): number => (1 - value) / (1 - low);
  const groups = curve.map((_, group) => (curve.length < 2 ? 0.5 : group / (curve.length - 1)));
  const steps = Math.round((1 - low) * 4);
  return {
    lines: LINES.map((line) => ({
      ...line,
      runs: runsOf(
        outcomes.map((each) => each[line.key]),
        (group, value) => ({ group, value, x: groups[group]!, y: yOf(value) }),
      ),
    })),
    groups,
    ticks: Array.from({ length: steps + 1 }, (_, step) => ({ value: 1 - step / 4, y: yOf(1 - step / 4) })),
  };
}

function runsOf(
  outcomes: readonly Outcome[],
  dotOf: (group: number, value: number) => CurveDot,
): readonly (readonly CurveDot[])[] {
  const runs: CurveDot[][] = [];
  let run: CurveDot[] | undefined;
  for (const [group, { value }] of outcomes.entries()) {
    if (value === null) {
      run = undefined;
      continue;
    }
    if (!run) runs.push((run = []));
    run.push(dotOf(group, value));
  }
  return runs;
}

/** The outline of a mark around a place, as an SVG path; all are about as large. */
export function markPath(mark: CurveMark, x: number, y: number): string {
  switch (mark) {
    case 'circle':
      return `M${at(x - 4.5, y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`;
    case 'square':
      return `M${at(x - 4, y - 4)}h8v8h-8z`;
    case 'diamond':
      return `M${at(x, y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`;
  }
}

/** The line through the dots of a run, each at the place that is given, as an SVG path. */
export function linePath(run: readonly CurveDot[], placeOf: (dot: CurveDot) => readonly [number, number]): string {
  return run.map((dot, index) => `${index === 0 ? 'M' : 'L'}${at(...placeOf(dot))}`).join('');
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
