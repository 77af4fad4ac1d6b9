import { t } from '#language/t.ts';
import { type CurveDot, type CurveLine, curveLines, linePath, markPath } from './curve-lines.ts';
import { escapeMarkup } from './escape-markup.ts';
import { framed, INK, MUTE, type Picture } from './pictures.ts';
import { inNumbers } from './report-words.ts';
import { type AgreementReport } from './report.ts';

const [WIDTH, HEIGHT] = [760, 400];
const [LEFT, RIGHT, TOP, FOOT] = [60, 720, 84, 340];
const COLOURS: Readonly<Record<CurveLine['key'], string>> = {
  strict: '#1f5fbf',
  partial: '#9a3412',
  unitizing: '#3f6212',
};

/** How agreement changes over time, as lines that differ in dashes and marks as well as in colour, with the numbers. */
export function curvePicture(report: AgreementReport): Picture {
  const { lines, groups, ticks } = curveLines(report);
  const title = t`Agreement over time, by groups of articles in the order in which they were finished`;
  return framed(title, WIDTH, HEIGHT, [
    ...lines.flatMap((line, index) => legendOf(line, 16 + index * 130)),
    ...ticks.flatMap(({ value, y }) => {
      const height = (TOP + y * (FOOT - TOP)).toFixed(1);
      return [
        `<path d="M${LEFT - 12} ${height}H${RIGHT + 12}" stroke="#e6e2dc"/>`,
        `<text x="${LEFT - 18}" y="${height}" dy="4" font-size="11" text-anchor="end" fill="${MUTE}">${inNumbers(value, 2)}</text>`,
      ];
    }),
    ...report.curve.map(({ from }, group) => {
      const x = LEFT + groups[group]! * (RIGHT - LEFT);
      return `<text x="${x.toFixed(1)}" y="${FOOT + 26}" font-size="10" text-anchor="middle" fill="${MUTE}">${from.slice(0, 10)}</text>`;
    }),
    ...lines.flatMap(lineParts),
  ]);
}

function placeOf({ x, y }: CurveDot): readonly [number, number] {
  return [LEFT + x * (RIGHT - LEFT), TOP + y * (FOOT - TOP)];
}

function lineParts({ key, runs, dashes, mark }: CurveLine): readonly string[] {
  const colour = COLOURS[key];
  return runs.flatMap((run) => [
    `<path d="${linePath(run, placeOf)}" fill="none" stroke="${colour}" stroke-width="2"${dashed(dashes)}/>`,
    ...run.map((dot) => {
      const [x, y] = placeOf(dot);
      return `<path d="${markPath(mark, x, y)}" fill="${colour}"><title>${inNumbers(dot.value, 3)}</title></path>`;
    }),
  ]);
}

function legendOf({ key, name, dashes, mark }: CurveLine, x: number): readonly string[] {
  const colour = COLOURS[key];
  return [
    `<path d="M${x} 54H${x + 36}" stroke="${colour}" stroke-width="2"${dashed(dashes)}/>`,
    `<path d="${markPath(mark, x + 18, 54)}" fill="${colour}"/>`,
    `<text x="${x + 44}" y="58" font-size="13" fill="${INK}">${escapeMarkup(name)}</text>`,
  ];
}

function dashed(dashes: string): string {
  return dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
}
