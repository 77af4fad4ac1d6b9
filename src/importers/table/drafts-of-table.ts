import { t } from '#language/t.ts';
import { LIMITS } from '#formats/limits.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import { DATE_IS_NONE, inMebi } from '#formats/wording.ts';
import { type DraftArticle } from '#importers/importer.ts';
import { isoDateIn } from '#importers/iso-date.ts';
import { type ColumnMapping, type Table, type TableField, type TableRow } from './table.ts';

const MOST_PROBLEMS = 200;

/** The articles of a table, each with the place of its row, and what of it gives none, or an article without its date. */
export interface TableDrafts {
  readonly drafts: readonly { readonly place: string; readonly draft: DraftArticle }[];
  /** The first of them, and before these that not all rows were read. */
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly problemCount: number;
}

/**
 * An article of each row. Rows without a text are problems, and so is a table of which no column is the text. What names no
 * source has the file and the row for one.
 */
export function draftsOfTable(table: Table, mapping: ColumnMapping, fileName: string): TableDrafts {
  const problems = new ProblemList(MOST_PROBLEMS);
  for (const { place, message } of table.problems) problems.add(place, message);
  const uncounted = table.problemCount - table.problems.length;
  if (mapping.text === undefined) problems.add('file', t`no column is chosen as the text of the articles`);
  if (table.rows.length === 0) problems.add('file', t`the table has no rows`);
  const drafts: TableDrafts['drafts'][number][] = [];
  const broken: Problem[] = [];
  for (const row of mapping.text === undefined ? [] : table.rows) {
    const draft = draftOf(row, mapping, fileName);
    if (draft.text.trim() === '') problems.add(row.place, t`the row has no text: left out`);
    else if (draft.text.length > LIMITS.text) {
      problems.add(row.place, t`the text has more than ${inMebi(LIMITS.text)} million characters: left out`);
    } else if (drafts.length >= LIMITS.articles) {
      broken.push({
        place: row.place,
        message: t`at most ${LIMITS.articles} articles are read at once: the rest is left out`,
      });
      break;
    } else {
      if (draft.date === '' && cellOf(row, mapping, 'date') !== '') {
        problems.add(row.place, DATE_IS_NONE);
      }
      drafts.push({ place: row.place, draft });
    }
  }
  const problemCount = uncounted + problems.count + broken.length;
  return { drafts, problems: [...broken, ...problems.all], problemCount };
}

function cellOf({ cells }: TableRow, mapping: ColumnMapping, field: TableField): string {
  const column = mapping[field];
  return column === undefined ? '' : (cells[column] ?? '').trim();
}

function draftOf(row: TableRow, mapping: ColumnMapping, fileName: string): DraftArticle {
  const { place, cells } = row;
  const cell = (field: TableField): string => cellOf(row, mapping, field);
  const onOneLine = (field: TableField): string => cell(field).replaceAll(/\s*\n\s*/g, ', ');
  const text = mapping.text === undefined ? '' : (cells[mapping.text] ?? '');
  return {
    title: onOneLine('title'),
    author: onOneLine('author'),
    source: onOneLine('source') || `${fileName}, ${place}`,
    date: isoDateIn(cell('date')),
    language: cell('language').replaceAll('_', '-'),
    text: text.replaceAll(/\r\n?/g, '\n'),
    pages: [],
  };
}
