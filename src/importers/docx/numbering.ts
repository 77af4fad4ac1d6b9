import { readXml } from '#formats/xml/read-xml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
}

/** Counts the items of a document's lists. */
export interface ListCounter {
  /** What stands in front of the next item of this list and level; empty where nothing does. */
  readonly next: (list: string, level: number) => string;
}

/** A counter for the lists that word/numbering.xml describes; without it every item has a bullet. */
export function createListCounter(numbering: Uint8Array | undefined): ListCounter {
  const { levelsOf } = readNumbering(numbering);
  const counts = new Map<string, number[]>();
  return {
    next: (list, level) => {
      const levels = levelsOf(list);
      const here = levels?.get(level);
      if (!levels || !here) return '• ';
      const numbers = counts.get(list) ?? [];
      counts.set(list, numbers);
      numbers[level] = (numbers[level] ?? here.start - 1) + 1;
      numbers.length = level + 1;
      if (here.format === 'none') return '';
      if (here.format === 'bullet') return '• ';
      const written = here.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const { format = 'decimal', start = 1 } = levels.get(at) ?? {};
        return inFormat(numbers[at] ?? start, format);
      });
      return written === '' ? '' : `${written} `;
    },
  };
}

function readNumbering(bytes: Uint8Array | undefined) {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, string>();
  let levels: Map<number, Level> | undefined;
  let level: Level | undefined;
  let list = '';
  if (bytes) {
    readXml(
      { path: 'numbering.xml', bytes },
      {
        open: ({ name, attributes }) => {
          const value = attributes.get('w:val') ?? '';
          if (name === 'w:abstractNum') abstracts.set(attributes.get('w:abstractNumId') ?? '', (levels = new Map()));
          if (name === 'w:lvl') {
            level = { format: 'decimal', text: '', start: 1 };
            levels?.set(Number(attributes.get('w:ilvl')), level);
          }
          if (name === 'w:num') list = attributes.get('w:numId') ?? '';
          if (name === 'w:abstractNumId') lists.set(list, value);
          if (!level) return;
          if (name === 'w:numFmt') level.format = value;
          if (name === 'w:lvlText') level.text = value;
          if (name === 'w:start') level.start = Number(value) || 0;
        },
        text: () => undefined,
        close: (name) => {
          if (name === 'w:lvl') level = undefined;
        },
      },
    );
  }
  return { levelsOf: (id: string) => abstracts.get(lists.get(id) ?? '') };
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function inFormat(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** a … z, then aa … zz, as word processors count. */
function letters(number: number): string {
  if (number < 1) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(number / 26)));
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let written = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) written += sign;
  }
  return written;
}
