import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type LabelSet } from '#core/labels/label-set.ts';
import { useExporting, useLaterStores } from '#state/react-later.tsx';
import { NO_RENAMES, type Renames, renamesNothing, withRename } from '#state/exporting/rename-profiles.ts';
import { Button } from '#ui/button.tsx';
import { DraftField } from '#ui/draft-field.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { useRef, useState } from 'react';
import styles from './dataset-options.module.css';

interface RenameFieldsProps {
  readonly labelSet: LabelSet;
  readonly renames: Renames;
  readonly onChange: (renames: Renames) => void;
}

/** What labels and link types are called in the file; a set of names can be kept and used again. */
export function RenameFields({ labelSet, renames, onChange }: RenameFieldsProps) {
  const isOff = renamesNothing(renames);
  const reset = useRef<HTMLDetailsElement>(null);
  return (
    <details className={styles.details} ref={reset}>
      <summary>{isOff ? t`Names in the file` : t`Names in the file (changed)`}</summary>
      <div className={styles.group}>
        <small
          className={styles.hint}
        >{t`Labels with the same name become one in the file. The project stays as it is.`}</small>
        <Names kind="labels" items={labelSet.labels} renames={renames} onChange={onChange} />
        <Names kind="linkTypes" items={labelSet.linkTypes} renames={renames} onChange={onChange} />
        {!isOff && (
          <Button
            onClick={() => {
              // The button goes away.
              reset.current?.querySelector('summary')?.focus();
              onChange(NO_RENAMES);
            }}
          >{t`Use the ids of the project`}</Button>
        )}
        <Profiles renames={renames} isOff={isOff} onChange={onChange} />
      </div>
    </details>
  );
}

interface NamesProps {
  readonly kind: keyof Renames;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly renames: Renames;
  readonly onChange: (renames: Renames) => void;
}

function Names({ kind, items, renames, onChange }: NamesProps) {
  const names: ReadonlyMap<string, string> = renames[kind];
  if (items.length === 0) return null;
  return (
    <fieldset className={styles.names}>
      <legend>{kind === 'labels' ? t`Labels` : t`Link types`}</legend>
      {items.map(({ id, name }) => (
        <DraftField
          key={id}
          label={name}
          value={names.get(id) ?? id}
          maxLength={200}
          onCommit={(typed) => {
            onChange(withRename(renames, kind, id, typed));
          }}
        />
      ))}
    </fieldset>
  );
}

interface ProfilesProps {
  readonly renames: Renames;
  readonly isOff: boolean;
  readonly onChange: (renames: Renames) => void;
}

/** Names that were kept, and a way to keep those that are here now. */
function Profiles({ renames, isOff, onChange }: ProfilesProps) {
  const { exporting } = useLaterStores();
  const profiles = useExporting((state) => state.profiles);
  const failure = useExporting((state) => state.failure);
  const [name, setName] = useState('');
  const chosen = profiles.find((profile) => profile.renames === renames)?.name ?? '';
  return (
    <>
      {profiles.length > 0 && (
        <SelectField
          label={t`Kept names`}
          value={chosen}
          options={[
            { value: '', text: isOff ? t`those of the project` : t`those above` },
            ...profiles.map((profile) => ({ value: profile.name, text: profile.name })),
          ]}
          onChange={(next) => {
            onChange(profiles.find((profile) => profile.name === next)?.renames ?? NO_RENAMES);
          }}
        >
          {chosen !== '' && (
            <Button
              look="quiet"
              onClick={(event) => {
                // The button goes away; the list of kept names may too.
                event.currentTarget.closest('details')?.querySelector('summary')?.focus();
                void exporting.getState().forgetProfile(chosen);
              }}
            >{tNodes`Forget “${<bdi>{chosen}</bdi>}”`}</Button>
          )}
        </SelectField>
      )}
      {!isOff && chosen === '' && (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            const details = event.currentTarget.closest('details');
            void exporting
              .getState()
              .keepProfile({ name, renames })
              .then(() => {
                // The form goes away once the names are kept.
                details?.querySelector('summary')?.focus();
              });
            setName('');
          }}
        >
          <TextField
            label={t`Keep these names as`}
            maxLength={200}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          <Button type="submit" disabled={name.trim() === ''}>{t`Keep`}</Button>
        </form>
      )}
      <FailureMessage
        text={failure}
        onDismiss={() => {
          exporting.setState({ failure: '' });
        }}
      />
    </>
  );
}
