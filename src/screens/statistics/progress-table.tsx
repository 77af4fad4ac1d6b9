import { t } from '#language/t.ts';
import { type Counted } from '#state/corpus-store.ts';
import { StatusMark } from '#views/labels/status-mark.tsx';
import { FigureTable } from './figure-table.tsx';

const STATUSES = ['done', 'in-progress', 'not-started'] as const;

/** How far the annotator is with all articles. */
export function ProgressTable({ counted: { progress } }: { readonly counted: Counted }) {
  return (
    <FigureTable
      caption={t`Progress`}
      columns={[t`Status`, t`Articles`]}
      bars={0}
      rows={STATUSES.map((status) => ({
        key: status,
        name: <StatusMark status={status} />,
        cells: [progress[status]],
      }))}
    />
  );
}
