import { LANGUAGE_TAG } from '#formats/limits.ts';
import { type ColumnMapping, FIELDS, type Table, type TableField } from './table.ts';

/** Names of columns in several languages, the likeliest first; in lower case, without spaces, dots, hyphens and underscores. */
const NAMES: Readonly<Record<TableField, string>> = {
  text: 'text fulltext articletext bodytext body articlebody content contents article document doc story maintext cleantext paragraphs transcript message post abstract inhalt volltext artikel texte contenu corps texto contenido cuerpo نص النص טקסט',
  title:
    'title headline heading head subject articletitle documenttitle name titel überschrift schlagzeile titre título titulo titular عنوان العنوان כותרת',
  author:
    'author authors byline creator writer by journalist reporter username autor autoren verfasser auteur auteurs autores الكاتب كاتب מחבר',
  source:
    'source url link href permalink publisher publication outlet newspaper journal website site domain sourceurl quelle medium zeitung fuente المصدر מקור',
  date: 'date published publicationdate publishdate pubdate publishedat datepublished publishedon releasedate posted postedat createdat created when timestamp day datum erschienen wann veröffentlicht fecha تاريخ التاريخ תאריך',
  language: 'language lang languagecode locale sprache langue idioma lengua لغة שפה',
};

/** So many rows are looked at. */
const SAMPLE = 50;

/** What the cells of a column are like. */
interface Cells {
  readonly average: number;
  readonly isDates: boolean;
  readonly isLanguages: boolean;
  readonly isAddresses: boolean;
}

/** Which column is likely to be which part of an article: by its name, and by what is in it where no name tells. */
export function guessMapping({ columns, rows }: Pick<Table, 'columns' | 'rows'>): ColumnMapping {
  const cells = columns.map((_, index) => cellsOf(rows.slice(0, SAMPLE).map((row) => row.cells[index] ?? '')));
  const found = new Map<TableField, number>();
  for (const field of FIELDS) {
    const column = named(field, columns, cells, new Set(found.values()));
    if (column !== undefined) found.set(field, column);
  }
  const free = (index: number): boolean => ![...found.values()].includes(index);
  const take = (field: TableField, fits: (each: Cells) => boolean): void => {
    if (found.has(field)) return;
    const column = cells.findIndex((each, index) => free(index) && each.average > 0 && fits(each));
    if (column !== -1) found.set(field, column);
  };
  const longest = Math.max(0, ...cells.filter((_, index) => free(index)).map(({ average }) => average));
  take('text', ({ average }) => average === longest);
  take('date', ({ isDates }) => isDates);
  take('language', ({ isLanguages }) => isLanguages);
  take('source', ({ isAddresses }) => isAddresses);
  const text = found.get('text');
  const length = text === undefined ? 0 : cells[text]!.average;
  take(
    'title',
    ({ average, isDates, isAddresses }) => average >= 12 && average < length / 3 && !isDates && !isAddresses,
  );
  return Object.fromEntries(FIELDS.map((field) => [field, found.get(field)])) as unknown as ColumnMapping;
}

/** True for what columns of articles are usually called. */
export function isUsualName(column: string): boolean {
  return FIELDS.some((field) => NAMES[field].split(/\s+/).includes(plainName(column)));
}

/** As it stands in NAMES: meta.title is a title as well. */
function plainName(column: string): string {
  return column.toLowerCase().replaceAll(/^.*\.|[\s_-]/g, '');
}

/** The column with the likeliest of the names; for the text the longest that has any of them. */
function named(
  field: TableField,
  columns: readonly string[],
  cells: readonly Cells[],
  taken: ReadonlySet<number>,
): number | undefined {
  const names = NAMES[field].split(' ');
  const found = columns.flatMap((column, index) => {
    const rank = names.indexOf(plainName(column));
    return rank === -1 || taken.has(index) || cells[index]!.average === 0 ? [] : [{ index, rank }];
  });
  const [best] = found.toSorted((a, b) => {
    const byLength = field === 'text' ? cells[b.index]!.average - cells[a.index]!.average : 0;
    return byLength || a.rank - b.rank;
  });
  return best?.index;
}

function cellsOf(all: readonly string[]): Cells {
  const filled = all.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const every = (pattern: RegExp): boolean => filled.length > 0 && filled.every((cell) => pattern.test(cell));
  return {
    average: filled.reduce((sum, { length }) => sum + length, 0) / Math.max(1, filled.length),
    isDates: every(/^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?(\D.*)?$/),
    isLanguages: filled.every((cell) => cell.length <= 5) && every(LANGUAGE_TAG) && every(/^[a-z]{2,3}(-|$)/),
    isAddresses: every(/^https?:\/\/\S+$/),
  };
}
