import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { peopleIn, sizesOf } from '#state/sharing/assignment.ts';
import { SelectField, TextField } from '#ui/field.tsx';
import { plural } from '#language/numbers.ts';
import { useId, useMemo, useState } from 'react';
import { Section } from './section.tsx';
import styles from './share-screen.module.css';
import { SaveButton, SharingMessage } from './sharing-message.tsx';

const PLACEHOLDERS = [1, 2, 3].map((number) => t`Annotator ${number}`).join('\n');

const WHICH = [
  { value: 'all', text: t`all articles` },
  { value: 'untouched', text: t`those that nobody has begun` },
] as const;
type Which = (typeof WHICH)[number]['value'];

/** More would be a mistake in typing, and too many files. */
const MOST = 100;

/** A project file for each of several annotators, so that every article is annotated by as many of them as wanted. */
export function AssignSection() {
  const { sharing } = useLaterStores();
  const articles = useLibrary((state) => state.present());
  const [typed, setTyped] = useState(PLACEHOLDERS);
  const [wanted, setWanted] = useState(2);
  const [seed, setSeed] = useState('1');
  const [which, setWhich] = useState<Which>('all');
  const names = useMemo(() => peopleIn(typed.split('\n')), [typed]);
  const chosen = useMemo(() => {
    const isUntouched = (progress: (typeof articles)[number]['progress']): boolean =>
      progress.every(({ status, spanCount }) => status === 'not-started' && spanCount === 0);
    return articles.filter(({ progress }) => which === 'all' || isUntouched(progress)).map(({ id }) => id);
  }, [articles, which]);
  const each = Math.max(1, Math.min(wanted, names.length));
  const isFine = names.length > 0 && names.length <= MOST && chosen.length > 0;
  const sizes = useMemo(
    () => (isFine ? sizesOf({ names, each, seed, articleIds: chosen }) : []),
    [isFine, names, each, seed, chosen],
  );
  return (
    <Section
      title={t`Assign articles`}
      about={t`Before the work begins: a project file for each annotator with the label set, the guidelines, and a share of the articles.`}
    >
      <div className={styles.fields}>
        <NamesField value={typed} onChange={setTyped} />
        <div className={styles.stack}>
          <SelectField label={t`Articles`} value={which} options={WHICH} onChange={setWhich} />
          <SelectField
            label={t`Each article is annotated by`}
            value={String(each)}
            options={Array.from({ length: Math.max(1, Math.min(names.length, MOST)) }, (_, index) => ({
              value: String(index + 1),
              text: plural(index + 1, 'person', 'people'),
            }))}
            onChange={(value) => {
              setWanted(Number(value));
            }}
          />
          <TextField
            label={t`Seed`}
            value={seed}
            maxLength={60}
            onChange={(event) => {
              setSeed(event.target.value);
            }}
          />
          <small className={styles.hint}>{t`The same seed gives the same shares; another one draws them anew.`}</small>
        </div>
      </div>
      {isFine ? (
        <>
          <Shares names={names} sizes={sizes} />
          <div className={styles.row}>
            <SaveButton
              onClick={() => {
                void sharing.getState().assign({ names, each, seed, articleIds: chosen });
              }}
            >
              {names.length === 1
                ? t`Save the file`
                : plural(names.length, 'Save # file as ZIP', 'Save # files as ZIP')}
            </SaveButton>
          </div>
        </>
      ) : (
        <Missing names={names.length} />
      )}
      <SharingMessage what="annotate">{t`Give each annotator their file. Importing it offers to annotate as that person, and what comes back fits together here.`}</SharingMessage>
    </Section>
  );
}

function NamesField({ value, onChange }: { readonly value: string; readonly onChange: (typed: string) => void }) {
  const id = useId();
  return (
    <div className={styles.names}>
      <label htmlFor={id}>{t`Annotators, one a line`}</label>
      <textarea
        id={id}
        rows={4}
        dir="auto"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <small
        id={`${id}-hint`}
        className={styles.hint}
      >{t`Names, or placeholders such as these. All of them can change their names later.`}</small>
    </div>
  );
}

function Shares({ names, sizes }: { readonly names: readonly string[]; readonly sizes: readonly number[] }) {
  return (
    <table className={styles.people}>
      <thead>
        <tr>
          <th scope="col">{t`Annotator`}</th>
          <th scope="col" className={styles.number}>{t`Articles`}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, index) => (
          <tr key={name}>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td className={styles.number}>{sizes[index]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why nothing can be assigned, and what to do. */
function Missing({ names }: { readonly names: number }) {
  if (names === 0) return <p className={styles.empty}>{t`Write at least one name.`}</p>;
  if (names > MOST) return <p className={styles.empty}>{t`Articles can be shared among ${MOST} people at most.`}</p>;
  return (
    <p
      className={styles.empty}
    >{tNodes`There are no such articles. ${<a href={ADDRESSES.import}>{t`Import some`}</a>}, or choose “all articles”.`}</p>
  );
}
