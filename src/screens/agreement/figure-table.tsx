import { t } from '#language/t.ts';
import { type Figure } from '#core/agreement/figure.ts';
import { plural } from '#language/numbers.ts';
import { ColumnTable } from './column-table.tsx';
import { FigureValue } from './figure-value.tsx';
import { Section } from './section.tsx';

const COLUMNS = [t`Figure`, t`Value`, t`Articles`] as const;

/** A figure with its name and the way to what is behind it. */
export interface FigureRow {
  readonly name: string;
  readonly figure: Figure;
  readonly onLook: () => void;
}

interface FigureTableProps {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly FigureRow[];
}

/** Figures below each other, each with the articles that it rests on. */
export function FigureTable({ title, lead, rows }: FigureTableProps) {
  return (
    <Section title={title} lead={lead} isWide>
      {(titleId) => (
        <ColumnTable titleId={titleId} columns={COLUMNS}>
          {rows.map(({ name, figure, onLook }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <FigureValue outcome={figure} name={name} onLook={onLook} />
              </td>
              <td>{plural(figure.articles, 'article')}</td>
            </tr>
          ))}
        </ColumnTable>
      )}
    </Section>
  );
}
