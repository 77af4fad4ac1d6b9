import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type ProblemList } from '#formats/problem.ts';

/** A layer of the header. Each of its columns holds a feature, the last of a relation where it starts. */
export interface TsvLayer {
  readonly kind: 'span' | 'relation' | 'chain';
  readonly name: string;
  readonly columns: readonly string[];
  /** Number of its first column among those of all layers. */
  readonly first: number;
}

/** A word, or a part of one. */
export interface TsvRow {
  /** `1-4`, or `1-4.1` for a part of a word. */
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** As written. */
  readonly word: string;
  /** The columns of the layers. */
  readonly cells: readonly string[];
  readonly line: number;
}

/** A sentence; its text may have several lines. */
export interface TsvSentence {
  /** As written. */
  readonly text: string;
  readonly rows: readonly TsvRow[];
  readonly line: number;
}

export interface TsvTable {
  readonly layers: readonly TsvLayer[];
  readonly sentences: readonly TsvSentence[];
}

const KINDS: ReadonlyMap<string, TsvLayer['kind']> = new Map([
  ['#T_SP=', 'span'],
  ['#T_RL=', 'relation'],
  ['#T_CH=', 'chain'],
]);

/** The layers and sentences of a file. Lines that are neither header, text nor row become problems. */
export function readTable(path: string, text: string, problems: ProblemList): TsvTable {
  const layers: TsvLayer[] = [];
  const sentences: { text: string; readonly rows: TsvRow[]; readonly line: number }[] = [];
  let columns = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const kind = KINDS.get(line.slice(0, 6));
    const last = sentences.at(-1);
    if (kind && sentences.length === 0) {
      const layer = layerOf(kind, line.slice(6), columns);
      layers.push(layer);
      columns += layer.columns.length;
    } else if (line.startsWith('#Text=')) {
      const words = line.slice('#Text='.length);
      // Further lines of a sentence come before its rows.
      if (last && last.rows.length === 0) last.text += `\n${words}`;
      else sentences.push({ text: words, rows: [], line: index + 1 });
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      const row = rowOf(line, index + 1, columns);
      if (row && last) last.rows.push(row);
      else problems.add(placeOfLine(path, index + 1), t`this line is no row with a number, offsets and a word`);
    }
  }
  return { layers, sentences };
}

function layerOf(kind: TsvLayer['kind'], declaration: string, first: number): TsvLayer {
  const [name = '', ...columns] = declaration.split('|');
  // A layer without features has a column all the same.
  return { kind, name, columns: columns.length === 0 ? [''] : columns, first };
}

function rowOf(line: string, number: number, columns: number): TsvRow | undefined {
  const [unit = '', offsets = '', word, ...cells] = line.split('\t');
  const edges = /^(\d{1,9})-(\d{1,9})$/.exec(offsets);
  if (!/^\d+-\d+(?:\.\d+)*$/.test(unit) || !edges || word === undefined) return undefined;
  return { unit, from: Number(edges[1]), to: Number(edges[2]), word, cells: cells.slice(0, columns), line: number };
}
