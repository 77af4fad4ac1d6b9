import { t } from '#language/t.ts';
import { type Attribute, type ChoiceValue } from '#core/labels/attribute.ts';
import { holderOfLetter, movedMember, withValuePart } from '#core/labels/change-label-set.ts';
import { type Label } from '#core/labels/label-set.ts';
import { keyOfValue } from '#core/relabel/uses.ts';
import { useLabels } from '#state/react-later.tsx';
import { plural } from '#language/numbers.ts';
import styles from './attributes.module.css';
import { DraftField } from '#ui/draft-field.tsx';
import { KeyField } from './key-field.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { type Question, ThingButtons } from './thing-buttons.tsx';

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

interface ValueRowProps {
  readonly label: Label;
  readonly attribute: Attribute;
  readonly value: ChoiceValue;
  readonly isFresh: boolean;
  readonly onSave: (text: string, change: (current: Attribute) => Partial<Omit<Attribute, 'id'>>) => void;
  readonly onAsk: (question: Question) => void;
}

/** One value of a choice with the letter that sets it, and how many spans have it. */
export function ValueRow({ label, attribute, value, isFresh, onSave, onAsk }: ValueRowProps) {
  const uses = useLabels((state) => state.uses.get(keyOfValue(label.id, attribute.id, value.id)) ?? 0);
  const place = attribute.values.indexOf(value);
  const name = t`“${value.name}” (${label.name}, ${attribute.name})`;
  return (
    <li className={styles.value}>
      <DraftField
        label={t`Name of the value ${value.name}`}
        isLabelHidden
        isName
        isFresh={isFresh}
        maxLength={200}
        value={value.name}
        onCommit={(next) => {
          onSave(t`Renamed ${name} to “${next}”.`, (current) => withValuePart(current, value.id, { name: next }));
        }}
      />
      <KeyField
        label={t`Letter of ${value.name}`}
        isLabelHidden
        value={value.key}
        keys={LETTERS}
        holderOf={(key) => holderOfLetter(label, key, value.id, attribute.id)?.name}
        onChange={(key) => {
          onSave(t`Changed the letter of ${name}.`, (current) => withValuePart(current, value.id, { key }));
        }}
      />
      <small>{plural(uses, 'span')}</small>
      <span className={styles.buttons}>
        <MoveButtons
          name={value.name}
          isFirst={place === 0}
          isLast={place === attribute.values.length - 1}
          onMove={(step) => {
            onSave(t`Moved ${name}.`, ({ values }) => ({ values: movedMember(values, value.id, step) }));
          }}
        />
        <ThingButtons
          isSmall
          thing={{ kind: 'value', label: label.id, attribute: attribute.id, id: value.id }}
          name={value.name}
          onAsk={onAsk}
        />
      </span>
    </li>
  );
}
