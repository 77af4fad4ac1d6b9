import { t } from '#language/t.ts';
import { useStores } from '#state/react.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { listInWords } from '#language/lists.ts';
import { count } from '#language/numbers.ts';
import { useState } from 'react';
import styles from './unnamed-names.module.css';

type Dataset = ReadFile & { readonly kind: 'dataset' };
type Unnamed = Dataset['unnamed'][number];

interface UnnamedNamesProps {
  readonly handle: number;
  readonly dataset: Dataset;
}

/** So many can be named: whoever has more has taken parts of a text for files. */
const SHOWN = 50;

/** Whom annotations are put down to of which the file does not say whose they are, to be named by the user. */
export function UnnamedNames({ handle, dataset: { unnamed, others: notThese, choices } }: UnnamedNamesProps) {
  const { transfer } = useStores();
  if (unnamed.length === 0) return null;
  const others = unnamed.length - SHOWN;
  return (
    <div className={styles.unnamed}>
      <p>{whoseTheyAre(unnamed, notThese)}</p>
      <ul>
        {unnamed.slice(0, SHOWN).map((each) => (
          <li key={each.found}>
            <NameInput
              unnamed={each}
              onName={(name) => {
                void transfer.getState().choose(handle, { called: new Map([...choices.called, [each.found, name]]) });
              }}
            />
          </li>
        ))}
      </ul>
      {others > 0 && <p>{t`and ${count(others)} more, who keep these names.`}</p>}
    </div>
  );
}

function whoseTheyAre(unnamed: readonly Unnamed[], notThese: readonly string[]): string {
  if (notThese.length > 0) {
    return t`The file does not say who annotated. An article in it already has other annotations by ${listInWords(notThese)}, so this is taken to be somebody else’s. If it is theirs, give it their name:`;
  }
  return unnamed.some(({ isByFile }) => isByFile)
    ? t`The file does not say who annotated. Files chosen with it are on the same article, so each is taken to be somebody else’s:`
    : t`The file does not say who annotated. All such files that are chosen together are taken to be one person’s:`;
}

interface NameInputProps {
  readonly unnamed: Unnamed;
  readonly onName: (name: string) => void;
}

/** Takes a name when it is left or Enter is pressed; an empty one is the one that was found. */
function NameInput({ unnamed: { found, name }, onName }: NameInputProps) {
  const [typed, setTyped] = useState<string>();
  const take = (): void => {
    const wanted = typed?.trim() ?? name;
    setTyped(undefined);
    if (wanted !== name) onName(wanted === '' ? found : wanted);
  };
  return (
    <input
      className={styles.name}
      aria-label={t`Name of the annotator “${found}”`}
      value={typed ?? name}
      maxLength={200}
      dir="auto"
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
