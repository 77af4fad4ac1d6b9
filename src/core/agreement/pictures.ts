import { binInWords, offsetBins } from './offset-bins.ts';
import { escapeMarkup } from './escape-markup.ts';
import { type Outcome } from './figure.ts';
import { type ReportNames } from './report-names.ts';
import { inNumbers } from './report-words.ts';
import { type AgreementReport, type PairAgreement } from './report.ts';
import { type Scheme } from './span-scores.ts';

/** A picture for a file: SVG of this size in pixels that needs nothing from outside. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const INK = '#1c1b1a';
const MUTE = '#5f5b55';
const FONT = 'font-family="Liberation Sans, Arial, sans-serif"';

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
    title: `Span F1, ${scheme}, of every two annotators`,
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

/** What annotators chose for the same thing, as a heat map with the counts in it. */
export function confusionPicture(
  report: AgreementReport,
  pair: PairAgreement | undefined,
  names: ReportNames,
): Picture {
  const { confusion } = pair ?? report;
  const labels = [...report.labelIds.map(names.label), 'nothing'];
  const most = Math.max(1, ...confusion.flat());
  const whose = pair ? ` ${names.annotator(pair.one)} (rows) and ${names.annotator(pair.other)}` : ' all pairs';
  return gridPicture({
    title: `Labels for the same thing,${whose}`,
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
  const whose = pair
    ? `${names.annotator(pair.other)} as seen from ${names.annotator(pair.one)}`
    : 'all pairs, seen from both sides';
  const [width, height] = [760, 480];
  const title = `How far boundaries are apart, in characters: ${whose}`;
  const parts = [
    `<text x="16" y="28" font-size="16" font-weight="bold" fill="${INK}">${escapeMarkup(title)}</text>`,
    ...columnsOf('Starts', offsetBins(offsets.starts), 60),
    ...columnsOf('Ends', offsetBins(offsets.ends), 270),
  ];
  return picture(title, width, height, parts);
}

function columnsOf(name: string, bins: ReturnType<typeof offsetBins>, top: number): readonly string[] {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return [
    `<text x="16" y="${top + 12}" font-size="13" font-weight="bold" fill="${INK}">${name}</text>`,
    ...bins.flatMap((bin, index) => {
      const [x, tall] = [16 + index * 56, (bin.count / most) * 110];
      const foot = top + 150;
      return [
        `<rect x="${x}" y="${(foot - tall).toFixed(1)}" width="46" height="${tall.toFixed(1)}" fill="#1f5fbf"/>`,
        `<text x="${x + 23}" y="${(foot - tall - 5).toFixed(1)}" font-size="12" text-anchor="middle" fill="${INK}">${bin.count}</text>`,
        `<text x="${x + 23}" y="${foot + 16}" font-size="10" text-anchor="middle" fill="${MUTE}">${binInWords(bin)}</text>`,
      ];
    }),
  ];
}

const [CELL_WIDTH, CELL_HEIGHT, CHARACTERS] = [92, 40, 22];

function gridPicture({ title, rows, columns, cell }: Grid): Picture {
  const [left, top] = [180, 84];
  const width = Math.max(left + columns.length * CELL_WIDTH + 16, 480);
  const height = top + rows.length * CELL_HEIGHT + 16;
  const parts = [
    `<text x="16" y="28" font-size="16" font-weight="bold" fill="${INK}">${escapeMarkup(title)}</text>`,
    ...columns.map((name, column) => {
      const x = left + (column + 0.5) * CELL_WIDTH;
      return `<text x="${x}" y="${top - 10}" font-size="12" text-anchor="middle" fill="${MUTE}">${short(name, 12)}</text>`;
    }),
    ...rows.flatMap((name, row) => {
      const y = top + row * CELL_HEIGHT;
      return [
        `<text x="${left - 10}" y="${y + 25}" font-size="12" text-anchor="end" fill="${MUTE}">${short(name, CHARACTERS)}</text>`,
        ...columns.flatMap((_, column) => cellParts(cell(row, column), left + column * CELL_WIDTH, y)),
      ];
    }),
  ];
  return picture(title, width, height, parts);
}

function cellParts(cell: ReturnType<Grid['cell']>, x: number, y: number): readonly string[] {
  const share = Math.max(0, Math.min(1, cell?.share ?? 0));
  const fill = cell ? `fill="#1f5fbf" fill-opacity="${(share * 0.85).toFixed(3)}"` : 'fill="#f1efec"';
  const ink = share > 0.6 ? '#ffffff' : INK;
  return [
    `<rect x="${x}" y="${y}" width="${CELL_WIDTH - 3}" height="${CELL_HEIGHT - 3}" stroke="#d6d1ca" ${fill}/>`,
    ...(cell
      ? [
          `<text x="${x + CELL_WIDTH / 2 - 1.5}" y="${y + 24}" font-size="14" text-anchor="middle" fill="${ink}">${escapeMarkup(cell.words)}</text>`,
        ]
      : []),
  ];
}

function picture(title: string, width: number, height: number, parts: readonly string[]): Picture {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ${FONT}>`,
    `<title>${escapeMarkup(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

/** The name, escaped, cut at so many characters. */
function short(name: string, most: number): string {
  return escapeMarkup(name.length > most ? `${name.slice(0, most - 1).toWellFormed()}…` : name);
}
