import { t } from '#language/t.ts';
import { type SpanCondition, type LinkCondition } from '#core/labels/label-rule.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { hasValues } from '#core/labels/attribute.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { type FormEvent, useState } from 'react';
import styles from './dialogs.module.css';
import { nameOfThing, ruleFor, type Thing } from './thing.ts';
import { WordsChoice } from './words-choice.tsx';

interface SplitDialogProps {
  readonly thing: Thing;
  readonly onClose: () => void;
}

/** Asks for the name of the new one and which spans or links go to it. */
export function SplitDialog({ thing, onClose }: SplitDialogProps) {
  const { labels } = useLaterStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const [name, setName] = useState('');
  const conditions = conditionsFor(labelSet, thing);
  const [by, setBy] = useState(conditions[0]?.key ?? WORDS);
  const [words, setWords] = useState<ReadonlySet<string>>(new Set());
  const full = nameOfThing(labelSet, thing);
  const where =
    by === WORDS
      ? ({ kind: 'words', words: [...words] } as const)
      : conditions.find(({ key }) => key === by)?.condition;
  const isReady = name.trim() !== '' && where !== undefined && (by !== WORDS || words.size > 0);
  const goOn = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const fresh = name.trim();
    const rule = ruleFor(thing, labels.getState().freshId(), where);
    onClose();
    void labels.getState().follow(t`Split ${full}`, t`Split “${fresh}” off ${full}.`, (current) => {
      return followRule(current, rule, fresh);
    });
  };
  const spanLabel = thing.kind === 'label' ? thing.id : thing.kind === 'value' ? thing.label : undefined;
  const options = [
    ...conditions.map(({ key, text }) => ({ value: key, text })),
    ...(spanLabel === undefined ? [] : [{ value: WORDS, text: t`Those with chosen words` }]),
  ];
  return (
    <Dialog title={t`Split ${full}`} isOpen onClose={onClose} wide={by === WORDS}>
      <form onSubmit={goOn} className={styles.form}>
        <TextField
          label={NEW_NAMES[thing.kind]}
          // A dialog's first field is where the focus belongs.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={200}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        {options.length === 0 ? (
          <p>{t`There is nothing to split it by.`}</p>
        ) : (
          <SelectField
            label={thing.kind === 'link-type' ? t`Links that go to it` : t`Spans that go to it`}
            value={by}
            options={options}
            onChange={setBy}
          />
        )}
        {by === WORDS && spanLabel !== undefined && (
          <WordsChoice label={spanLabel} thing={thing} ticked={words} onChange={setWords} />
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" look="primary" disabled={!isReady}>{t`Go on`}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const WORDS = 'words';

const NEW_NAMES: Readonly<Record<Thing['kind'], string>> = {
  label: t`Name of the new label`,
  value: t`Name of the new value`,
  'link-type': t`Name of the new link type`,
};

interface Offered {
  readonly key: string;
  readonly text: string;
  readonly condition: SpanCondition | LinkCondition;
}

function conditionsFor(labelSet: LabelSet, thing: Thing): readonly Offered[] {
  if (thing.kind === 'link-type') {
    return (['from', 'to'] as const).flatMap((end) =>
      labelSet.labels.map(({ id, name }) => ({
        key: JSON.stringify([end, id]),
        text: end === 'from' ? t`Those that start at ${name}` : t`Those that lead to ${name}`,
        condition: { end, label: id },
      })),
    );
  }
  return valueConditions(labelSet, thing.kind === 'label' ? thing.id : thing.label, thing);
}

function valueConditions(labelSet: LabelSet, labelId: LabelId, thing: Thing): readonly Offered[] {
  const attributes = findLabel(labelSet, labelId)?.attributes.filter(({ kind }) => hasValues(kind)) ?? [];
  return attributes
    .filter(({ id }) => thing.kind !== 'value' || id !== thing.attribute)
    .flatMap((attribute) => [
      ...attribute.values.map(({ id, name }) => ({
        key: JSON.stringify([attribute.id, id]),
        text: t`Those with ${attribute.name}: ${name}`,
        condition: { kind: 'value', attribute: attribute.id, value: id } as const,
      })),
      {
        key: JSON.stringify([attribute.id]),
        text: t`Those without a value of ${attribute.name}`,
        condition: { kind: 'value', attribute: attribute.id, value: null } as const,
      },
    ]);
}
