import { t } from '#language/t.ts';
import { placeOfRow } from '#formats/wording.ts';
import { type OffsetUnit, OFFSET_UNITS } from '#core/text/offset-units.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { decodeFile } from '#formats/exchange/decode-file.ts';
import { type LooseDocument, type LooseLayer, type LooseLink, type ReadDataset } from '#formats/exchange/loose.ts';
import { type Problem } from '#formats/problem.ts';
import { parseTable, type ParsedTable, type Row } from './parse-table.ts';
import { spansOfRows } from './span-rows.ts';

/** All rows about one document. */
interface DocumentRows {
  readonly place: string;
  about: Row | undefined;
  readonly spans: Row[];
  readonly links: Row[];
  readonly layers: Row[];
}

/**
 * Reads what createCsvWriter writes, and tables like it: CSV or TSV, columns in any order and under their usual names; a
 * text is a .txt file that is called like the document, or a column of a table of documents.
 */
export const readCsv: ReadDataset = (files) => {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const tables: ParsedTable[] = [];
  for (const file of files) {
    const isTable = /\.(?:csv|tsv|tab)$/i.test(file.path);
    if (!isTable && !/\.txt$/i.test(file.path)) continue;
    const text = decodeFile(file, problems);
    if (text === undefined) continue;
    if (!isTable) {
      texts.set(fileName(file.path), text);
      continue;
    }
    const table = parseTable(file.path, text, problems);
    if (table && isWhole(table, file.path, problems)) tables.push(table);
  }
  const rows = rowsByDocument(tables);
  const documents = [...rows].map(([id, all]) => documentOf(id, all, texts, problems));
  for (const [name, text] of texts)
    documents.push({ ...NOTHING_KNOWN, place: name, name: withoutExtension(name), text });
  return { documents, problems, units: unitsOf(tables) };
};

const NOTHING_KNOWN = { title: '', source: '', date: '', language: '', layers: [] } as const;

function isWhole({ kind, has }: ParsedTable, path: string, problems: Problem[]): boolean {
  if ((kind !== 'spans' && kind !== 'links') || has('label')) return true;
  const message = kind === 'spans' ? t`no column tells the label of a span` : t`no column tells the type of a link`;
  problems.push({ place: placeOfRow(path, 1), message });
  return false;
}

function rowsByDocument(tables: readonly ParsedTable[]): ReadonlyMap<string, DocumentRows> {
  const found = new Map<string, DocumentRows>();
  const order = ['documents', 'layers', 'spans', 'links'] as const;
  for (const table of tables.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
    for (const row of table.rows) {
      const id = row.cell('doc') || withoutExtension(fileName(row.cell('file')));
      const known = found.get(id) ?? { place: row.place, about: undefined, spans: [], links: [], layers: [] };
      found.set(id, known);
      if (table.kind === 'documents') known.about ??= row;
      else known[table.kind].push(row);
    }
  }
  return found;
}

/** Takes the document's text out of the texts, so that those are left that no table names. */
function documentOf(
  id: string,
  { place, about, spans, links, layers }: DocumentRows,
  texts: Map<string, string>,
  problems: Problem[],
): LooseDocument {
  const told = (column: Parameters<Row['cell']>[0]): string => about?.cell(column) ?? '';
  const names = [told('file'), id, `${id}.txt`].map(fileName);
  const name = names.find((each) => texts.has(each)) ?? (id === '' && texts.size === 1 ? [...texts.keys()][0]! : '');
  const inTable = [about, ...spans].map((row) => row?.cell('document-text') ?? '').find((text) => text !== '');
  const text = texts.get(name) ?? inTable;
  texts.delete(name);
  return {
    place,
    name: told('article') || id,
    text,
    title: told('title'),
    author: told('author'),
    source: told('source'),
    date: told('date'),
    language: told('language'),
    layers: layersOf(spans, links, layers, problems),
  };
}

function layersOf(
  spans: readonly Row[],
  links: readonly Row[],
  layers: readonly Row[],
  problems: Problem[],
): readonly LooseLayer[] {
  const found = new Map<string, { status: LayerStatus; name: string; readonly spans: Row[]; readonly links: Row[] }>();
  const layerFor = (row: Row) => {
    const annotator = row.cell('annotator');
    const layer = found.get(annotator) ?? { status: 'done', name: '', spans: [], links: [] };
    found.set(annotator, layer);
    layer.name ||= row.cell('annotator-name');
    return layer;
  };
  for (const row of layers) layerFor(row).status = statusOf(row.cell('status'));
  for (const row of spans) layerFor(row).spans.push(row);
  for (const row of links) layerFor(row).links.push(row);
  return [...found].map(([annotator, layer]) => ({
    annotator,
    annotatorName: layer.name,
    isPrediction: false,
    status: layer.status,
    spans: spansOfRows(layer.spans, problems),
    links: layer.links.map(linkOf),
  }));
}

function linkOf(row: Row, index: number): LooseLink {
  return {
    id: row.cell('id') || `link ${index + 1}`,
    type: row.cell('label'),
    from: row.cell('from'),
    to: row.cell('to'),
  };
}

function statusOf(written: string): LayerStatus {
  return written === 'not-started' || written === 'in-progress' ? written : 'done';
}

/** The unit that the rows name where all name the same; otherwise it has to be found out. */
function unitsOf(tables: readonly ParsedTable[]): readonly OffsetUnit[] {
  const named = new Set(
    tables
      .filter(({ kind }) => kind === 'spans')
      .flatMap(({ rows }) => rows.map((row) => unitCalled(row.cell('unit')))),
  );
  const [unit] = named;
  return named.size === 1 && unit !== undefined ? [unit] : ['code-point', 'utf-16', 'utf-8'];
}

function unitCalled(written: string): OffsetUnit | undefined {
  const plain = written.toLowerCase().replaceAll(/[\s_-]/g, '');
  if (plain === 'byte' || plain === 'bytes') return 'utf-8';
  return OFFSET_UNITS.find((unit) => [unit.replace('-', ''), `${unit.replace('-', '')}s`].includes(plain));
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function withoutExtension(name: string): string {
  return name.replace(/\.\w{1,5}$/, '');
}
