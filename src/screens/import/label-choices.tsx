import { useSession, useStores } from '#state/react.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { SmallSelect } from '#ui/field.tsx';
import { plural } from '#ui/plural.ts';
import { useId } from 'react';
import styles from './label-choices.module.css';

type Dataset = ReadFile & { readonly kind: 'dataset' };
type LabelUse = Dataset['report']['labels'][number];

interface LabelChoicesProps {
  readonly handle: number;
  readonly dataset: Dataset;
}

/** What becomes of each label that the project does not have. */
export function LabelChoices({ handle, dataset: { report, choices } }: LabelChoicesProps) {
  const { transfer } = useStores();
  const project = useSession((state) => state.project);
  const title = useId();
  const unknown = report.labels.filter(({ known }) => known === undefined);
  if (unknown.length === 0) return null;
  const options = [
    { value: NEW, text: 'Add as a new label' },
    { value: LEFT_OUT, text: 'Leave its spans out' },
    ...project.labelSet.labels.map(({ id, name }) => ({ value: `label ${id}`, text: `Take as “${name}”` })),
  ];
  const choose = (name: string, value: string): void => {
    const label = project.labelSet.labels.find(({ id }) => value === `label ${id}`);
    const fate: LabelUse['fate'] = label
      ? { kind: 'label', id: label.id }
      : { kind: value === LEFT_OUT ? 'left-out' : 'new' };
    void transfer.getState().choose(handle, { fates: new Map([...choices.fates, [name, fate]]) });
  };
  return (
    <section className={styles.labels} aria-labelledby={title}>
      <h3 id={title}>Labels that the project does not have</h3>
      <ul>
        {unknown.map(({ name, spans, fate }) => (
          <li key={name}>
            <bdi className={styles.name}>{name === '' ? '(no name)' : name}</bdi>
            <span className={styles.count}>{plural(spans, 'span')}</span>
            <SmallSelect
              name={`What becomes of “${name}”`}
              value={valueOf(choices.fates.get(name) ?? fate)}
              options={options}
              onChange={(value) => {
                choose(name, value);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const NEW = 'new';
const LEFT_OUT = 'left-out';

function valueOf(fate: LabelUse['fate']): string {
  return fate.kind === 'label' ? `label ${fate.id}` : fate.kind;
}
