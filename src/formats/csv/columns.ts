/** What a column of a table tells. */
export type Column =
  | 'doc'
  | 'id'
  | 'label'
  | 'start'
  | 'end'
  | 'text'
  | 'annotator'
  | 'annotator-name'
  | 'attributes'
  | 'note'
  | 'created'
  | 'changed'
  | 'unit'
  | 'from'
  | 'to'
  | 'status'
  | 'file'
  | 'article'
  | 'title'
  | 'author'
  | 'source'
  | 'date'
  | 'language'
  | 'document-text'
  | 'escape'
  | 'part'
  | 'split';

/** The usual names of columns, ours first; compared without case, spaces, dots, hyphens and underscores. */
const NAMES: ReadonlyMap<string, Column> = new Map(
  (
    [
      [
        'doc',
        'docid documentid document doc articleid articlename docname documentname filename fname did paperid pmid',
      ],
      ['id', 'spanid linkid id annotationid annid entityid mentionid relationid tid'],
      ['label', 'label type tag category class entitytype entitylabel labelname linktype relation relationtype'],
      ['start', 'start begin startoffset beginoffset offsetstart charstart startchar startindex spanstart'],
      ['end', 'end stop endoffset stopoffset offsetend charend endchar endindex spanend'],
      ['text', 'text quote exact spantext spantexts coveredtext words surface surfaceform mention entity entitytext'],
      ['annotator', 'annotator annotatorid user username coder annotatedby createdby worker workerid'],
      ['annotator-name', 'annotatorname'],
      ['attributes', 'attributes attrs'],
      ['note', 'note notes comment comments'],
      ['created', 'createdat created'],
      ['changed', 'changedat changed updatedat modified'],
      ['unit', 'offsetunit unit'],
      ['from', 'fromid from sourceid source head headid arg1 subject'],
      ['to', 'toid to targetid target tail tailid arg2 object child childid'],
      ['status', 'status'],
      ['file', 'file path'],
      ['title', 'title'],
      ['author', 'author byline'],
      ['date', 'date'],
      ['language', 'language lang'],
      ['document-text', 'documenttext doctext fulltext content'],
      ['escape', 'escape'],
      ['part', 'part'],
      ['split', 'split subset'],
    ] as const
  ).flatMap(([column, names]) => names.split(' ').map((name) => [name, column] as const)),
);

/** What kind of table a file is, by its columns. */
export type TableKind = 'spans' | 'links' | 'documents' | 'layers';

/** The columns of a table, in the order of its header; undefined where the name says nothing. */
export interface TableHead {
  readonly kind: TableKind;
  readonly columns: readonly (Column | undefined)[];
}

/** What may stand between the cells of a row. */
export const DELIMITERS = [',', '\t', ';', '|'] as const;

/** What the first line of a table says as a header, its names parted by this delimiter; undefined as tableHead gives it. */
export function headOfLine(line: string, delimiter: string): TableHead | undefined {
  return tableHead(line.split(delimiter).map((name) => name.replaceAll('"', '')));
}

/** What the header of a table says, or undefined where it is none that holds spans, links, documents or layers. */
export function tableHead(header: readonly string[]): TableHead | undefined {
  const plain = header.map((name) => name.toLowerCase().replaceAll(/[\s._-]/g, ''));
  const columns = plain.map((name) => NAMES.get(name));
  const has = (column: Column): boolean => columns.includes(column);
  if (has('start') && has('end')) return { kind: 'spans', columns: onlyFirst(columns, ['from', 'to']) };
  if (has('from') && has('to')) return fromAndTo(columns, plain);
  if (has('status') && has('annotator')) return { kind: 'layers', columns: onlyFirst(columns, []) };
  if (!has('file') && !has('document-text') && !has('text')) return undefined;
  return { kind: 'documents', columns: onlyFirst(documentColumns(plain), []) };
}

/** Offsets may be called from and to: what has words or a unit beside them is a span, anything else a link. */
function fromAndTo(columns: readonly (Column | undefined)[], plain: readonly string[]): TableHead {
  const isSpan = columns.includes('text') || columns.includes('unit');
  if (!isSpan || !plain.includes('from') || !plain.includes('to')) {
    return { kind: 'links', columns: onlyFirst(columns, ['source']) };
  }
  const renamed = columns.map((column) => (column === 'from' ? 'start' : column === 'to' ? 'end' : column));
  return { kind: 'spans', columns: onlyFirst(renamed, []) };
}

/** In a table of documents the words are the whole text, and `source` is where it is from. */
function documentColumns(plain: readonly string[]): readonly (Column | undefined)[] {
  const hasDocId = plain.includes('docid');
  return plain.map((name) => {
    if (name === 'source') return 'source';
    if (name === 'articleid' && hasDocId) return 'article';
    if (name === 'id' && !hasDocId) return 'doc';
    const column = NAMES.get(name);
    return column === 'text' ? 'document-text' : column;
  });
}

/** Each meaning once: a second column of the same meaning, and those that mean nothing in this table, are left alone. */
function onlyFirst(columns: readonly (Column | undefined)[], without: readonly Column[]) {
  return columns.map((column, index) => {
    return column !== undefined && columns.indexOf(column) === index && !without.includes(column) ? column : undefined;
  });
}
