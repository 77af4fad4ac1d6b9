import { t } from '#language/t.ts';
import { type PairOfAnnotators } from '#core/agreement/behind-question.ts';
import { type ConfusionTable } from '#core/agreement/label-confusion.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { count } from '#language/numbers.ts';
import { CountButton } from './figure-value.tsx';
import { HeatMap } from './heat-map.tsx';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';

interface ConfusionGridProps {
  readonly titleId: string;
  readonly labelIds: readonly LabelId[];
  readonly confusion: ConfusionTable;
  /** Whose it is, rows by the first; undefined for all pairs. */
  readonly pair: PairOfAnnotators | undefined;
}

/** A label confusion as a heat map with the counts in it, each the way to its spans. */
export function ConfusionGrid({ titleId, labelIds, confusion, pair }: ConfusionGridProps) {
  const look = useLook();
  const names = useNames();
  const labels: readonly (LabelId | undefined)[] = [...labelIds, undefined];
  const nameOf = (label: LabelId | undefined): string => (label === undefined ? t`nothing` : names.label(label));
  const most = Math.max(1, ...confusion.flat());
  return (
    <HeatMap
      titleId={titleId}
      of={t`Label`}
      heads={labels.map((label) => ({ key: label ?? '', name: nameOf(label) }))}
      none={t`not counted`}
      cellAt={(rowAt, columnAt) => {
        const [row, column] = [labels[rowAt], labels[columnAt]];
        if (row === undefined && column === undefined) return undefined;
        const number = confusion[rowAt]![columnAt]!;
        const name = t`${nameOf(row)} and ${nameOf(column)}`;
        const onLook = number > 0 ? look({ kind: 'confusion', pair, row, column }, t`Labels: ${name}`) : undefined;
        return { share: number / most, content: <CountButton words={count(number)} name={name} onLook={onLook} /> };
      }}
    />
  );
}
