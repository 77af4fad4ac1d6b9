import { t } from '#language/t.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article, type ArticleId, type Project } from '#core/project/project.ts';
import { type Problem } from '#formats/problem.ts';
import { freezeDraft, withoutFaults } from '#importers/freeze-draft.ts';
import { draftsOfTable } from '#importers/table/drafts-of-table.ts';
import { guessMapping } from '#importers/table/guess-mapping.ts';
import { readTable } from '#importers/table/read-table.ts';
import { type ColumnMapping, type Table } from '#importers/table/table.ts';
import { decodedBytes } from './read-text.ts';

/** What the user chooses about a table; the rest is found out. */
export interface TableChoices {
  readonly hasHeader?: boolean;
  readonly columns?: ColumnMapping;
}

/** A table as it was read, with the articles that its rows give. */
export interface TableReading {
  readonly kind: 'table';
  readonly fileName: string;
  readonly table: Table;
  readonly mapping: ColumnMapping;
  /** Each text once. */
  readonly articles: readonly Article[];
  /** Where in the file each of them stands, such as row 2. */
  readonly places: readonly string[];
  /** The first of them. */
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly problemCount: number;
}

/** A table with an article in each row. Never throws; what is no text in any encoding gives problems. */
export function readTableBytes(
  fileName: string,
  bytes: Uint8Array,
  { hasHeader, columns }: TableChoices,
): TableReading | { readonly kind: 'problems'; readonly fileName: string; readonly problems: readonly Problem[] } {
  const decoded = decodedBytes(bytes);
  if (!decoded.ok) return { kind: 'problems', fileName, problems: decoded.problems };
  const table = readTable(decoded.value.text, hasHeader);
  const mapping = columns ?? guessMapping(table);
  return { kind: 'table', fileName, table, mapping, ...articlesOf(table, mapping, fileName) };
}

function articlesOf(
  table: Table,
  mapping: ColumnMapping,
  fileName: string,
): Pick<TableReading, 'articles' | 'places' | 'problems' | 'problemCount'> {
  const { drafts, problems, problemCount } = draftsOfTable(table, mapping, fileName);
  const rows = new Map<ArticleId, string>();
  const articles: Article[] = [];
  const faults: Problem[] = [];
  for (const { place, draft } of drafts) {
    const result = freezeDraft(withoutFaults(draft), fileName);
    if (!result.ok) faults.push(...result.problems.map(({ message }) => ({ place, message })));
    else if (rows.has(result.value.id)) {
      faults.push({ place, message: t`the text is the same as in ${rows.get(result.value.id)!}: left out` });
    } else {
      rows.set(result.value.id, place);
      articles.push(result.value);
    }
  }
  return {
    articles,
    places: [...rows.values()],
    problems: [...problems, ...faults].slice(0, MOST_PROBLEMS),
    problemCount: problemCount + faults.length,
  };
}

const MOST_PROBLEMS = 200;

/** The articles as a bundle that changes nothing else of the project, so that they come in together or not at all. */
export function articlesAsBundle(project: Project, articles: readonly Article[]): Bundle {
  return { project, annotators: [], articles, layers: [], decisions: [], threads: [] };
}

/** So many rows are shown of a table, and of each cell so many UTF-16 code units. */
const SHOWN = { rows: 4, units: 120, columns: 40 };

/** A table as far as it is shown, for the choice of what its columns are. */
export interface ShownTable {
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  /** The first rows, their cells cut. */
  readonly rows: readonly (readonly string[])[];
  readonly hasHeader: boolean;
  readonly mayHaveHeader: boolean;
  readonly count: number;
}

/** What is shown of a table that was read. */
export function shownTable({ table, mapping }: TableReading): ShownTable {
  const { columns, rows, hasHeader, mayHaveHeader } = table;
  const shown = rows.slice(0, SHOWN.rows).map(({ cells }) => columns.map((_, index) => cut(cells[index] ?? '')));
  return { columns, mapping, rows: shown, hasHeader, mayHaveHeader, count: rows.length };
}

function cut(cell: string): string {
  return cell.length > SHOWN.units ? `${cell.slice(0, SHOWN.units).toWellFormed().trimEnd()}…` : cell;
}
