import { type AnnotatorId } from '#core/project/project.ts';
import { spoken } from '#language/spoken.ts';
import { t } from '#language/t.ts';
import { type PairOfAnnotators } from './behind-question.ts';
import { binInWords, offsetBins } from './offset-bins.ts';
import { escapeMarkup } from './escape-markup.ts';
import { type Outcome } from './figure.ts';
import { fitting, widthOf } from './picture-words.ts';
import { type ReportNames } from './report-names.ts';
import { spanF1Names } from './named-figures.ts';
import { IN_USE } from './report-speech.ts';
import { inNumbers } from './report-words.ts';
import { type AgreementReport, type PairAgreement } from './report.ts';
import { type Scheme } from './span-scores.ts';

/** A picture for a file: SVG of this size in pixels that needs nothing from outside. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export const INK = '#1c1b1a';
export const MUTE = '#5f5b55';
const FONT = 'font-family="Liberation Sans, Arial, sans-serif"';
const IS_RIGHT_TO_LEFT = spoken().language.direction === 'rtl';
/** Places are counted from the left in every language, on a page from right to left too. */
const DIRECTION = IS_RIGHT_TO_LEFT ? ' direction="ltr"' : '';

/** A table of numbers from 0 to 1 or of counts, each on a tint that is the darker the greater it is. */
interface Grid {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The words of a cell and how dark it is, from 0 to 1; undefined for none. */
  readonly cell: (row: number, column: number) => { readonly words: string; readonly share: number } | undefined;
}

/** The pairs of annotators as a heat map with the numbers in it. */
export function pairsPicture(report: AgreementReport, scheme: Scheme, names: ReportNames): Picture {
  const people = report.annotatorIds.map(names.annotator);
  return gridPicture({
    title: t`${spanF1Names(IN_USE)[scheme]}, of every two annotators`,
    rows: people,
    columns: people,
    cell: (row, column) => {
      const outcome = pairOutcome(report, row, column, scheme);
      return outcome && { words: inNumbers(outcome.value, 2), share: outcome.value ?? 0 };
    },
  });
}

/** The figure of two annotators by their places; undefined for one and the same. */
export function pairAt({ annotatorIds, pairs }: AgreementReport, a: number, b: number): PairAgreement | undefined {
  const [one, other] = [annotatorIds[Math.min(a, b)], annotatorIds[Math.max(a, b)]];
  return a === b ? undefined : pairs.find((pair) => pair.one === one && pair.other === other);
}

function pairOutcome(report: AgreementReport, a: number, b: number, scheme: Scheme): Outcome | undefined {
  return pairAt(report, a, b)?.f1[scheme];
}

/** What annotators chose for the same thing, as a heat map with the counts in it; rows are by the first of the pair. */
export function confusionPicture(
  { labelIds, confusion }: Pick<AgreementReport, 'labelIds' | 'confusion'>,
  pair: PairOfAnnotators | undefined,
  names: ReportNames,
): Picture {
  const labels = [...labelIds.map(names.label), t`nothing`];
  const most = Math.max(1, ...confusion.flat());
  const called = (id: AnnotatorId) => inTitle(names.annotator(id));
  return gridPicture({
    title: pair
      ? t`Labels for the same thing, ${called(pair.one)} (rows) and ${called(pair.other)}`
      : t`Labels for the same thing, all pairs`,
    rows: labels,
    columns: labels,
    cell: (row, column) => {
      const count = confusion[row]![column]!;
      if (row === column && row === labels.length - 1) return undefined;
      return { words: `${count}`, share: count / most };
    },
  });
}

/** How far starts and ends are apart, as two histograms below each other. */
export function offsetsPicture(report: AgreementReport, pair: PairAgreement | undefined, names: ReportNames): Picture {
  const { offsets } = pair ?? report;
  const [width, height] = [760, 480];
  const title = pair
    ? t`How far boundaries are apart, in characters: ${inTitle(names.annotator(pair.other))} as seen from ${inTitle(names.annotator(pair.one))}`
    : t`How far boundaries are apart, in characters: all pairs, seen from both sides`;
  const parts = [
    ...columnsOf(t`Starts`, offsetBins(offsets.starts), 60),
    ...columnsOf(t`Ends`, offsetBins(offsets.ends), 270),
  ];
  return framed(title, width, height, parts);
}

function columnsOf(name: string, bins: ReturnType<typeof offsetBins>, top: number): readonly string[] {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return [
    `<text x="16" y="${top + 12}" font-size="13" font-weight="bold" fill="${INK}">${escapeMarkup(name)}</text>`,
    ...bins.flatMap((bin, index) => {
      const [x, tall] = [16 + index * 56, (bin.count / most) * 110];
      const foot = top + 150;
      return [
        `<rect x="${x}" y="${(foot - tall).toFixed(1)}" width="46" height="${tall.toFixed(1)}" fill="#1f5fbf"/>`,
        `<text x="${x + 23}" y="${(foot - tall - 5).toFixed(1)}" font-size="12" text-anchor="middle" fill="${INK}">${bin.count}</text>`,
        `<text x="${x + 23}" y="${foot + 16}" font-size="10" text-anchor="middle" fill="${MUTE}">${escapeMarkup(binInWords(bin))}</text>`,
      ];
    }),
  ];
}

const [CELL_WIDTH, CELL_HEIGHT] = [92, 40];
/** Of the heads of rows and columns, and of the title. */
const [HEAD, TITLE] = [12, 16];
/** So dark that the numbers on it can still be read. */
const DARKEST = 0.6;

function gridPicture({ title, rows, columns, cell }: Grid): Picture {
  const [left, top] = [180, 84];
  const width = left + columns.length * CELL_WIDTH + 16;
  const height = top + rows.length * CELL_HEIGHT + 16;
  const parts = [
    ...columns.map((name, column) => {
      const x = left + (column + 0.5) * CELL_WIDTH;
      return `<text x="${x}" y="${top - 10}" font-size="${HEAD}" text-anchor="middle" fill="${MUTE}">${headOf(name, CELL_WIDTH - 8)}</text>`;
    }),
    ...rows.flatMap((name, row) => {
      const y = top + row * CELL_HEIGHT;
      return [
        `<text x="${left - 10}" y="${y + 25}" font-size="${HEAD}" text-anchor="end" fill="${MUTE}">${headOf(name, left - 26)}</text>`,
        ...columns.flatMap((_, column) => cellParts(cell(row, column), left + column * CELL_WIDTH, y)),
      ];
    }),
  ];
  return framed(title, width, height, parts);
}

function cellParts(cell: ReturnType<Grid['cell']>, x: number, y: number): readonly string[] {
  const share = Math.max(0, Math.min(1, cell?.share ?? 0));
  const fill = cell ? `fill="#1f5fbf" fill-opacity="${(share * DARKEST).toFixed(3)}"` : 'fill="#f1efec"';
  return [
    `<rect x="${x}" y="${y}" width="${CELL_WIDTH - 3}" height="${CELL_HEIGHT - 3}" stroke="#d6d1ca" ${fill}/>`,
    ...(cell
      ? [
          `<text x="${x + CELL_WIDTH / 2 - 1.5}" y="${y + 24}" font-size="14" text-anchor="middle" fill="${INK}">${escapeMarkup(cell.words)}</text>`,
        ]
      : []),
  ];
}

/** The parts below a title, as a whole picture, which is wide enough for both. */
export function framed(title: string, least: number, height: number, parts: readonly string[]): Picture {
  const width = Math.max(least, Math.ceil(widthOf(title, TITLE) + 32));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ${FONT}${DIRECTION}>`,
    `<title>${escapeMarkup(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="28" font-size="${TITLE}" font-weight="bold" fill="${INK}">${escapeMarkup(inReadingOrder(title))}</text>`,
    ...parts,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

/** A sentence of a language that is written from right to left, read from there though the picture goes from the left. */
function inReadingOrder(sentence: string): string {
  return IS_RIGHT_TO_LEFT ? `\u2067${sentence}\u2069` : sentence;
}

/** A name above a column or beside a row, escaped and no wider than there is room. */
function headOf(name: string, most: number): string {
  return escapeMarkup(fitting(name, most, HEAD));
}

/** A name that leaves room for others. */
function inTitle(name: string): string {
  return fitting(name, 260, TITLE);
}
