import { t } from '#language/t.ts';
import { movedMember } from '#core/labels/change-label-set.ts';
import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { keyOfLabel, keyOfLinkType } from '#core/relabel/uses.ts';
import { useLabels, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { withCommas } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { ArrowRight, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode } from 'react';
import styles from './label-list.module.css';

/** What the editor shows. */
export interface Chosen {
  readonly kind: 'label' | 'link-type';
  readonly id: string;
}

interface LabelListProps {
  readonly labelSet: LabelSet;
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onAddLabel: () => void;
  readonly onAddLinkType: () => void;
}

/** The labels and link types of the project. Alt with an arrow key moves one up or down. */
export function LabelList({ labelSet, chosen, onChoose, onAddLabel, onAddLinkType }: LabelListProps) {
  const { labels: store } = useLaterStores();
  const uses = useLabels((state) => state.uses);
  const move = (kind: Chosen['kind'], id: string, name: string, step: 1 | -1): void => {
    void store.getState().change(t`Moved “${name}”.`, (current) => {
      return kind === 'label'
        ? { ...current, labels: movedMember(current.labels, id, step) }
        : { ...current, linkTypes: movedMember(current.linkTypes, id, step) };
    });
  };
  const row = (kind: Chosen['kind'], id: string, name: string, content: ReactNode) => (
    <li key={id}>
      <button
        type="button"
        className={styles.row}
        aria-current={chosen?.kind === kind && chosen.id === id}
        onClick={() => {
          onChoose({ kind, id });
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          move(kind, id, name, event.key === 'ArrowUp' ? -1 : 1);
        }}
      >
        {content}
      </button>
    </li>
  );
  return (
    <div className={styles.lists}>
      <section aria-labelledby="label-list-heading">
        <h2 id="label-list-heading">{t`Labels`}</h2>
        {labelSet.labels.length === 0 && <p className={styles.empty}>{t`There is no label yet.`}</p>}
        <ul aria-label={t`Labels`}>
          {labelSet.labels.map((label) =>
            row(
              'label',
              label.id,
              label.name,
              <>
                <LabelMark label={label} />
                <span className={styles.name} dir="auto">
                  {label.name}
                </span>
                <small>{sizesOf(label, uses.get(keyOfLabel(label.id)) ?? 0)}</small>
                {label.key !== '' && <kbd>{label.key}</kbd>}
              </>,
            ),
          )}
        </ul>
        <Button onClick={onAddLabel}>
          <Plus size={16} aria-hidden="true" />
          {t`Add label`}
        </Button>
      </section>
      <section aria-labelledby="link-list-heading" className={styles.links}>
        <h2 id="link-list-heading">{t`Link types`}</h2>
        {labelSet.linkTypes.length === 0 && <p className={styles.empty}>{t`There is no link type.`}</p>}
        <ul aria-label={t`Link types`}>
          {labelSet.linkTypes.map((type) =>
            row(
              'link-type',
              type.id,
              type.name,
              <>
                <ArrowRight size={16} aria-hidden="true" />
                <span className={styles.name} dir="auto">
                  {type.name}
                </span>
                <small>{plural(uses.get(keyOfLinkType(type.id)) ?? 0, 'link')}</small>
              </>,
            ),
          )}
        </ul>
        <Button onClick={onAddLinkType} disabled={labelSet.labels.length === 0}>
          <Plus size={16} aria-hidden="true" />
          {t`Add link type`}
        </Button>
      </section>
    </div>
  );
}

function sizesOf({ attributes }: Label, spans: number): string {
  return withCommas([
    ...(attributes.length > 0 ? [plural(attributes.length, 'attribute')] : []),
    plural(spans, 'span'),
  ]);
}
