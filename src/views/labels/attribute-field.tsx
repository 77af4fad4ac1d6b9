import { t } from '#language/t.ts';
import { type Attribute, type AttributeValue } from '#core/labels/attribute.ts';
import { useEffect, useId, useRef, useState } from 'react';
import styles from './attribute-fields.module.css';

interface AttributeFieldProps {
  readonly attribute: Attribute;
  readonly value: AttributeValue | undefined;
  readonly isWritable: boolean;
  readonly onSet: (value: AttributeValue | undefined) => void;
  /** Says in a sentence why what was typed cannot be. */
  readonly onRefuse: (why: string) => void;
  readonly onReturnToText: () => void;
}

/** A text or number of a span, saved with Enter and when the field is left; Esc leaves it as it was. */
export function AttributeField({ attribute, value, isWritable, onSet, onRefuse, onReturnToText }: AttributeFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const latest = useRef<string>(undefined);
  const isNumber = attribute.kind === 'number';

  const save = (): void => {
    const typed = latest.current?.trim();
    latest.current = undefined;
    setDraft(undefined);
    if (typed === undefined) return;
    const next = isNumber ? numberFrom(typed) : typed;
    if (Number.isNaN(next)) onRefuse(t`${attribute.name} must be a number.`);
    else onSet(next === '' ? undefined : next);
  };
  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });
  // The span may change, or the panel close, while the field has the focus.
  useEffect(
    () => () => {
      saveNow.current();
    },
    [],
  );

  return (
    <div className={styles.attribute}>
      <label className={styles.name} htmlFor={id} title={attribute.description}>
        {attribute.name}
        {attribute.isRequired && value === undefined && <span className={styles.required}> {t`needed`}</span>}
      </label>
      <input
        id={id}
        className={styles.field}
        inputMode={isNumber ? 'decimal' : undefined}
        autoComplete="off"
        readOnly={!isWritable}
        value={draft ?? shownValue(value)}
        onChange={(event) => {
          latest.current = event.target.value;
          setDraft(event.target.value);
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            latest.current = undefined;
            setDraft(undefined);
          } else if (event.key === 'Enter') save();
          else return;
          event.preventDefault();
          onReturnToText();
        }}
      />
    </div>
  );
}

function shownValue(value: AttributeValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Empty for nothing typed, NaN for what is no finite number; a decimal comma is a point. */
function numberFrom(typed: string): number | '' {
  if (typed === '') return '';
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? number : Number.NaN;
}
