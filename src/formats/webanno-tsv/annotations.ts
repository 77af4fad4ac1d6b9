import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type ProblemList } from '#formats/problem.ts';
import { cellEntries, type CellEntry, splitUnescaped, unescapeCell } from './cells.ts';
import { type TsvLayer, type TsvRow, type TsvTable } from './table.ts';

/** An annotation with the words from the first to the last of its rows. */
export interface TsvAnnotation {
  readonly id: string;
  readonly layer: TsvLayer;
  readonly from: number;
  readonly to: number;
  readonly values: ReadonlyMap<string, string>;
  readonly line: number;
}

/** A link between two annotations, named by what the file calls them. */
export interface TsvLink {
  readonly type: string | undefined;
  readonly layer: TsvLayer;
  readonly from: TsvAnnotation | undefined;
  readonly to: TsvAnnotation | undefined;
  readonly values: ReadonlyMap<string, string>;
  readonly line: number;
}

interface Growing extends TsvAnnotation {
  from: number;
  to: number;
}

/** Where an end of a link is: a row and the number of one of its annotations, 0 where it has only one. */
interface End {
  readonly layer: string;
  readonly unit: string;
  readonly number: number;
}

/** Gathers the annotations of a table row by row, and the links between them once all are known. */
export function readAnnotations(
  path: string,
  { layers, sentences }: TsvTable,
  problems: ProblemList,
): { readonly annotations: readonly TsvAnnotation[]; readonly links: readonly TsvLink[] } {
  const known = new Map<string, Growing>();
  const atUnit = new Map<string, Growing>();
  const pending: { readonly ends: readonly [End, End]; readonly link: Omit<TsvLink, 'from' | 'to'> }[] = [];

  const put = (key: string, layer: TsvLayer, row: TsvRow, values: ReadonlyMap<string, string>): Growing => {
    const found = known.get(key);
    if (found) {
      found.from = Math.min(found.from, row.from);
      found.to = Math.max(found.to, row.to);
    }
    const annotation = found ?? { id: key, layer, from: row.from, to: row.to, values, line: row.line };
    known.set(key, annotation);
    const place = JSON.stringify([layer.name, row.unit]);
    if (!atUnit.has(place)) atUnit.set(place, annotation);
    return annotation;
  };

  const putSpans = (layer: TsvLayer, row: TsvRow): void => {
    for (const { number, index, values, slots } of entriesOf(layer, row)) {
      const key = number > 0 ? `${layer.first}[${number}]` : `${layer.first}@${row.unit} ${index}`;
      const isNew = !known.has(key);
      put(key, layer, row, values);
      if (!isNew) continue;
      const start: End = { layer: layer.name, unit: row.unit, number };
      for (const { role, target } of slots) {
        pending.push({ ends: [start, target], link: { type: role, layer, values: new Map(), line: row.line } });
      }
    }
  };

  const putRelations = (layer: TsvLayer, row: TsvRow): void => {
    const base = layer.columns.at(-1)!.replace(/^BT_/, '');
    const cells = layer.columns.map((_, index) => cellEntries(row.cells[layer.first + index] ?? '_'));
    for (const [index, entry] of splitEnds(row.cells[layer.first + layer.columns.length - 1] ?? '_').entries()) {
      const [, unit = '', from = '0', to = '0'] = /^([\d.-]+)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?$/.exec(entry) ?? [];
      const values = new Map(
        layer.columns.slice(0, -1).flatMap((name, column) => {
          const value = cells[column]?.[index]?.value;
          return value === undefined ? [] : [[name, value] as const];
        }),
      );
      const start: End = { layer: base, unit, number: Number(from) };
      const end: End = { layer: base, unit: row.unit, number: Number(to) };
      pending.push({ ends: [start, end], link: { type: undefined, layer, values, line: row.line } });
    }
  };

  for (const { rows } of sentences) {
    for (const row of rows) {
      for (const layer of layers) {
        if (layer.kind === 'span') putSpans(layer, row);
        else if (layer.kind === 'relation') putRelations(layer, row);
        else putChain(layer, row, put);
      }
    }
  }

  const firstOf = new Map(layers.filter(({ kind }) => kind === 'span').map(({ name, first }) => [name, first]));
  const find = ({ layer, unit, number }: End): TsvAnnotation | undefined =>
    number > 0 ? known.get(`${firstOf.get(layer)}[${number}]`) : atUnit.get(JSON.stringify([layer, unit]));
  const links = pending.map(({ ends: [from, to], link }): TsvLink => ({ ...link, from: find(from), to: find(to) }));
  const annotations = [...known.values()];
  for (const { layer, line } of annotations) {
    if (layer.name === '') problems.add(placeOfLine(path, line), t`the layer has no name in the header`);
  }
  return { annotations, links: [...links, ...chainLinks(known)] };
}

interface Entry {
  readonly number: number;
  readonly index: number;
  readonly values: ReadonlyMap<string, string>;
  readonly slots: readonly { readonly role: string; readonly target: End }[];
}

/** The annotations of a layer at a row: the same place in the stack of each column is one annotation. */
function entriesOf(layer: TsvLayer, row: TsvRow): readonly Entry[] {
  const cells = layer.columns.map((_, index) => row.cells[layer.first + index] ?? '_');
  const isTarget = (column: number): boolean => layer.columns[column - 1]?.startsWith('ROLE_') === true;
  const stacks = cells.map((cell, column): readonly CellEntry[] => (isTarget(column) ? [] : cellEntries(cell)));
  const tallest = stacks.reduce((most, stack) => (stack.length > most.length ? stack : most), []);
  // A column may leave out those that have no value in it; numbers then tell which is which.
  const byNumber = stacks.map((stack) => new Map(stack.map((entry) => [entry.number, entry])));
  return tallest.map(({ number }, index): Entry => {
    const values = new Map<string, string>();
    const slots: Entry['slots'][number][] = [];
    for (const [column, name] of layer.columns.entries()) {
      const entry = number > 0 ? byNumber[column]?.get(number) : stacks[column]?.[index];
      if (!entry || entry.value === undefined) continue;
      if (!name.startsWith('ROLE_')) values.set(name, entry.value);
      else {
        const targets = splitUnescaped(splitUnescaped(cells[column + 1] ?? '_', '|')[index] ?? '_', ';');
        slots.push(...slotsOf(name, entry.raw, targets, layer.columns[column + 1] ?? ''));
      }
    }
    return { number, index, values, slots };
  });
}

/** `ROLE_layer:feature_type` has the roles, the column behind it where each leads. */
function slotsOf(column: string, roles: string, targets: readonly string[], layer: string): Entry['slots'] {
  const feature = column.slice(column.indexOf(':') + 1).replace(/_.*$/s, '');
  return splitUnescaped(roles, ';').flatMap((role, index) => {
    const [, unit, number = '0'] = /^([\d.-]+)(?:\[(\d{1,9})\])?$/.exec(targets[index] ?? '') ?? [];
    if (unit === undefined) return [];
    return [{ role: role === '*' ? feature : unescapeCell(role), target: { layer, unit, number: Number(number) } }];
  });
}

function splitEnds(cell: string): readonly string[] {
  return cell === '_' || cell === '' ? [] : splitUnescaped(cell, '|');
}

const CHAIN = /^(.*)->(\d{1,9})-(\d{1,9})$/s;

/** The first column says which chain and which of its links it is; rows with the same numbers are one link. */
function putChain(
  layer: TsvLayer,
  row: TsvRow,
  put: (key: string, layer: TsvLayer, row: TsvRow, values: ReadonlyMap<string, string>) => void,
): void {
  const [relations = [], kinds = []] = [0, 1].map((column) => cellEntries(row.cells[layer.first + column] ?? '_'));
  const kindOfChain = new Map(kinds.map((entry) => [entry.number, entry]));
  for (const [index, { raw }] of relations.entries()) {
    const [, relation = '*', chain, link] = CHAIN.exec(raw) ?? [];
    if (chain === undefined || link === undefined) continue;
    const values = new Map<string, string>();
    // The number of a kind is that of its chain.
    const kind = (kindOfChain.get(Number(chain)) ?? kinds[index])?.value;
    if (kind !== undefined) values.set(layer.columns[1] ?? 'referenceType', kind);
    if (relation !== '*' && relation !== '')
      values.set(layer.columns[0] ?? 'referenceRelation', unescapeCell(relation));
    put(`${layer.first}->${chain}-${link}`, layer, row, values);
  }
}

/** Each link of a chain leads to the next one. */
function chainLinks(known: ReadonlyMap<string, TsvAnnotation>): readonly TsvLink[] {
  return [...known].flatMap(([key, from]): readonly TsvLink[] => {
    const [, start, number] = /^(.*-)(\d+)$/.exec(from.layer.kind === 'chain' ? key : '') ?? [];
    const to = known.get(`${start}${Number(number) + 1}`);
    const type = from.values.get(from.layer.columns[0] ?? '') ?? 'next';
    return to ? [{ type, layer: from.layer, from, to, values: new Map(), line: from.line }] : [];
  });
}
