import { t } from '#language/t.ts';
import { useId, useState } from 'react';
import styles from './fields.module.css';

interface KeyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly keys: readonly string[];
  /** The name of what has the key already, or undefined where it is free. */
  readonly holderOf: (key: string) => string | undefined;
  readonly onChange: (key: string) => void;
  readonly isLabelHidden?: boolean;
}

/** A choice of a key. One that belongs to something else is not taken, and the field says to what. */
export function KeyField({ label, value, keys, holderOf, onChange, isLabelHidden }: KeyFieldProps) {
  const id = useId();
  const [conflict, setConflict] = useState('');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className={styles.control}
        value={value}
        aria-describedby={conflict === '' ? undefined : `${id}-conflict`}
        onChange={(event) => {
          const key = event.target.value;
          const holder = holderOf(key);
          setConflict(holder === undefined ? '' : t`${key} belongs to ${holder}.`);
          if (holder === undefined) onChange(key);
        }}
      >
        <option value="">{t`None`}</option>
        {keys.map((key) => {
          const holder = holderOf(key);
          return (
            <option key={key} value={key}>
              {holder === undefined ? key : `${key} · ${holder}`}
            </option>
          );
        })}
      </select>
      {conflict !== '' && (
        <p role="alert" id={`${id}-conflict`} className={styles.conflict}>
          {conflict}
        </p>
      )}
    </div>
  );
}
