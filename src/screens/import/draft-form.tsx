import { t } from '#language/t.ts';
import { useStores, useTransfer } from '#state/react.tsx';
import { type DraftFields } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { directionOf } from '#core/text/direction.ts';
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import styles from './draft-form.module.css';

interface DraftFormProps {
  readonly handle: number;
  readonly onClose: () => void;
}

/** A longer text stands still in a field that it could be changed in. */
const MOST_CHARACTERS = 1_000_000;

const FIELDS = [
  ['title', t`Title`, ''],
  ['author', t`Author`, ''],
  ['source', t`Source`, ''],
  ['date', t`Date`, '2024-06-17'],
  ['language', t`Language`, 'en'],
] as const;

/** An article as it will be frozen, to be read and changed. What was changed is checked when a field is left. */
export function DraftForm({ handle, onClose }: DraftFormProps) {
  const { transfer } = useStores();
  const fault = useTransfer((state) => state.faults.get(handle) ?? '');
  const [fields, setFields] = useState<DraftFields>();
  const faultId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    let isGone = false;
    void transfer
      .getState()
      .draftOf(handle)
      .then((draft) => {
        if (!isGone) setFields(draft);
      });
    return () => {
      isGone = true;
    };
  }, [transfer, handle]);
  const isThere = fields !== undefined;
  useEffect(() => {
    // The button that was pressed is gone.
    if (isThere && document.activeElement === document.body) form.current?.querySelector('input')?.focus();
  }, [isThere]);
  const latest = useRef(fields);
  useEffect(() => {
    latest.current = fields;
  }, [fields]);
  const isChanged = useRef(false);
  const keep = useCallback((): void => {
    if (!isChanged.current || !latest.current) return;
    isChanged.current = false;
    void transfer.getState().edit(handle, latest.current);
  }, [transfer, handle]);
  // A form that is scrolled far away goes without a word.
  useEffect(() => keep, [keep]);
  const change = (part: Partial<DraftFields>): void => {
    isChanged.current = true;
    setFields((before) => before && { ...before, ...part });
  };
  if (!fields) return <p>{t`Reading …`}</p>;
  const takeBack = async (): Promise<void> => {
    const draft = await transfer.getState().draftOf(handle);
    if (!draft) return;
    setFields(draft);
    await transfer.getState().edit(handle, draft);
  };
  const isLong = fields.text.length > MOST_CHARACTERS;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        keep();
      }}
    >
      <Fields fields={fields} faultId={fault === '' ? undefined : faultId} onChange={change} onLeave={keep} />
      <TextArea
        text={fields.text}
        isLong={isLong}
        language={fields.language}
        onChange={(text) => {
          change({ text });
        }}
        onLeave={keep}
      />
      <p id={faultId} role="alert" className={styles.fault}>
        {fault !== '' && t`${fault} The article stays as it was until this is mended.`}
      </p>
      <div>
        <Button onClick={fault === '' ? onClose : () => void takeBack()}>
          {fault === '' ? t`Close` : t`Take the change back`}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly fields: DraftFields;
  /** What is wrong with them, if anything is. */
  readonly faultId: string | undefined;
  readonly onChange: (part: Partial<DraftFields>) => void;
  readonly onLeave: () => void;
}

function Fields({ fields, faultId, onChange, onLeave }: FieldsProps) {
  return (
    <div className={styles.fields}>
      {FIELDS.map(([name, label, example]) => (
        <TextField
          key={name}
          label={label}
          dir="auto"
          value={fields[name]}
          placeholder={example}
          aria-describedby={faultId}
          onBlur={onLeave}
          onChange={(event) => {
            onChange({ [name]: event.target.value });
          }}
        />
      ))}
    </div>
  );
}

interface TextAreaProps {
  readonly text: string;
  readonly isLong: boolean;
  readonly language: string;
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
}

function TextArea({ text, isLong, language, onChange, onLeave }: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles.text}>
      <label htmlFor={id}>{t`Text`}</label>
      <p className={styles.hint}>
        {isLong
          ? t`Exactly this will be frozen. It is too long to be changed here: correct it in the library, once it is in.`
          : t`Exactly this will be frozen: once it is in the library, only a correction changes it.`}
      </p>
      <textarea
        id={id}
        rows={14}
        readOnly={isLong}
        dir={language === '' ? 'auto' : directionOf(language)}
        lang={language || undefined}
        spellCheck={false}
        onBlur={onLeave}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
