/** A piece of text of a page where it stands, in points from the top left corner of the page as it is read. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  /** Of the font. */
  readonly size: number;
}

/** A page as the texts on it were found. */
export interface PlacedPage {
  /** As the file calls it, such as `iv` or `12`. */
  readonly label: string;
  readonly height: number;
  /** In the order of the file, which need not be that of reading. */
  readonly texts: readonly PlacedText[];
}

/** A piece of text as pdf.js gives it: `transform` is the matrix from the text’s own space to that of the page. */
export interface PageItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** What no text has: pdf.js gives it for letters without a name. Private letters are kept, since their fonts may tell. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** A matrix as PDF has it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly number[];

/**
 * The texts of a page in the direction in which most of it is written, so that a table printed sideways is read as well.
 * `toScreen` is the matrix of the page’s viewport at scale 1. What stands at another angle is left out and counted, and so are
 * letters that the file draws without saying which they are.
 */
export function placedTexts(
  items: readonly PageItem[],
  toScreen: Matrix,
  { width, height }: { readonly width: number; readonly height: number },
): {
  readonly texts: readonly PlacedText[];
  readonly height: number;
  readonly turned: number;
  readonly unnamed: number;
} {
  const placed = items
    .filter(({ str }) => str.trim() !== '')
    .map((item) => {
      const [a, b, c, d, e, f] = product(toScreen, item.transform);
      return { item, quarter: quarterOf(a!, b!), size: Math.hypot(c!, d!), x: e!, y: f! };
    });
  const counts = [0, 0, 0, 0];
  for (const { item, quarter } of placed) if (quarter !== undefined) counts[quarter]! += item.str.length;
  const main = counts.indexOf(Math.max(...counts));
  const texts: PlacedText[] = [];
  let [turned, unnamed] = [0, 0];
  for (const { item, quarter, size, x, y } of placed) {
    if (quarter === main) {
      const [left, baseline] = turnedBack(main, x, y, width, height);
      const text = item.str.replaceAll(CONTROL, '');
      unnamed += item.str.length - text.length;
      if (text !== '') texts.push({ text, left, right: left + item.width, baseline, size });
    } else turned += 1;
  }
  return { texts, height: main % 2 === 0 ? height : width, turned, unnamed };
}

/** In which quarter turn, clockwise on the screen, a text runs; undefined where it is at none of the four. */
function quarterOf(a: number, b: number): number | undefined {
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  const nearest = Math.round(turns);
  return Math.abs(turns - nearest) < 0.1 ? (nearest + 4) % 4 : undefined;
}

function turnedBack(quarter: number, x: number, y: number, width: number, height: number): readonly [number, number] {
  switch (quarter) {
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
    default:
      return [x, y];
  }
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a! * g! + c! * h!,
    b! * g! + d! * h!,
    a! * i! + c! * j!,
    b! * i! + d! * j!,
    a! * k! + c! * l! + e!,
    b! * k! + d! * l! + f!,
  ];
}
