import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { useSession, useStores } from '#state/react.tsx';
import { type Fate, type Fates, attributeKey } from '#state/import-choices.ts';
import { type ReadFile } from '#state/transfer-store.ts';
import { SmallSelect } from '#ui/field.tsx';
import { count, plural } from '#language/numbers.ts';
import { useId } from 'react';
import styles from './name-choices.module.css';

type Dataset = ReadFile & { readonly kind: 'dataset' };

interface NameChoicesProps {
  readonly handle: number;
  readonly dataset: Dataset;
}

/** What becomes of labels, of their attributes and of link types that the project does not have. */
export function NameChoices({ handle, dataset: { report, choices } }: NameChoicesProps) {
  const { transfer } = useStores();
  const { labels, linkTypes } = useSession((state) => state.project.labelSet);
  const { fates } = choices;
  const choose = (part: Partial<Fates>): void => {
    void transfer.getState().choose(handle, { fates: { ...fates, ...part } });
  };
  const nameOf = new Map<string, string>(
    report.labels.map(({ name, known }) => [name, labels.find(({ id }) => id === known)?.name ?? name]),
  );
  return (
    <>
      <Choices
        title={t`Labels that the project does not have`}
        rows={report.labels.filter(isUnknown).map(({ name, spans, fate }) => ({
          key: name,
          name: shown(name),
          of: '',
          uses: plural(spans, 'span'),
          add: t`Add as a new label`,
          leave: t`Leave its spans out`,
          own: labels,
          fate: fates.labels.get(name) ?? fate,
        }))}
        onChoose={(key, fate) => {
          choose({ labels: new Map([...fates.labels, [key, fate]]) });
        }}
      />
      <Choices
        title={t`Attributes that their labels do not have`}
        rows={report.attributes.filter(isUnknown).map(({ label, name, into, spans, fate }) => ({
          key: attributeKey(label, name),
          name: shown(name),
          of: nameOf.get(label) ?? label,
          uses: plural(spans, 'span'),
          add: t`Add as a new attribute`,
          leave: t`Leave its values out`,
          own: labels.find(({ id }) => id === into)?.attributes ?? [],
          fate: fates.attributes.get(attributeKey(label, name)) ?? fate,
        }))}
        onChoose={(key, fate) => {
          choose({ attributes: new Map([...fates.attributes, [key, fate]]) });
        }}
      />
      <Choices
        title={t`Link types that the project does not have`}
        rows={report.linkTypes.filter(isUnknown).map(({ name, links, fate }) => ({
          key: name,
          name: shown(name),
          of: '',
          uses: plural(links, 'link'),
          add: t`Add as a new link type`,
          leave: t`Leave its links out`,
          own: linkTypes,
          fate: fates.linkTypes.get(name) ?? fate,
        }))}
        onChoose={(key, fate) => {
          choose({ linkTypes: new Map([...fates.linkTypes, [key, fate]]) });
        }}
      />
    </>
  );
}

function isUnknown({ known }: { readonly known: unknown }): boolean {
  return known === undefined;
}

function shown(name: string): string {
  return name === '' ? t`(no name)` : name;
}

interface Row<Id extends string> {
  readonly key: string;
  readonly name: string;
  /** The label of an attribute; otherwise empty. */
  readonly of: string;
  readonly uses: string;
  readonly add: string;
  readonly leave: string;
  /** What it may be taken as. */
  readonly own: readonly { readonly id: Id; readonly name: string }[];
  readonly fate: Fate<Id>;
}

interface ChoicesProps<Id extends string> {
  readonly title: string;
  readonly rows: readonly Row<Id>[];
  readonly onChoose: (key: string, fate: Fate<Id>) => void;
}

/** So many are shown: whoever has more has taken the wrong thing for a name. */
const SHOWN = 200;

function Choices<Id extends string>({ title, rows, onChoose }: ChoicesProps<Id>) {
  const heading = useId();
  if (rows.length === 0) return null;
  return (
    <section className={styles.names} aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            <span className={styles.name}>
              <bdi>{row.name}</bdi>
              {row.of !== '' && <span className={styles.of}> {tNodes`of ${<bdi>{row.of}</bdi>}`}</span>}
            </span>
            <span className={styles.count}>{row.uses}</span>
            <SmallSelect
              name={row.of === '' ? t`What becomes of “${row.name}”` : t`What becomes of “${row.name}” of “${row.of}”`}
              value={valueOf(row.fate)}
              options={[
                { value: 'new', text: row.add },
                { value: 'left-out', text: row.leave },
                ...row.own.map(({ id, name }) => ({ value: `own ${id}`, text: t`Take as “${name}”` })),
              ]}
              onChange={(value) => {
                onChoose(row.key, fateFrom(value, row.own));
              }}
            />
          </li>
        ))}
        {rows.length > SHOWN && <li>{t`and ${count(rows.length - SHOWN)} more, which are added.`}</li>}
      </ul>
    </section>
  );
}

function valueOf(fate: Fate<string>): string {
  return fate.kind === 'own' ? `own ${fate.id}` : fate.kind;
}

function fateFrom<Id extends string>(value: string, own: Row<Id>['own']): Fate<Id> {
  const chosen = own.find(({ id }) => value === `own ${id}`);
  if (chosen) return { kind: 'own', id: chosen.id };
  return { kind: value === 'left-out' ? 'left-out' : 'new' };
}
