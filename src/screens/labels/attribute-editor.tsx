import { t } from '#language/t.ts';
import {
  type Attribute,
  ATTRIBUTE_KINDS,
  type AttributeId,
  type AttributeKind,
  hasValues,
  type ValueId,
} from '#core/labels/attribute.ts';
import { movedMember, withAttributePart, withLabel } from '#core/labels/change-label-set.ts';
import { changeKind, followRule } from '#core/labels/follow-rule.ts';
import { findAttribute, findLabel, type Label } from '#core/labels/label-set.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import styles from './attributes.module.css';
import { CheckField } from '#ui/check-field.tsx';
import { DraftField } from '#ui/draft-field.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { type Question } from './thing-buttons.tsx';
import { ValueRow } from './value-row.tsx';

/** Kinds of attributes as people call them, within a line. */
export const KIND_NAMES: Readonly<Record<AttributeKind, string>> = {
  choice: t`one of its values`,
  several: t`several of its values`,
  'yes-no': t`yes or no`,
  text: t`free text`,
  number: t`a number`,
  range: t`words of the article`,
};

/** The same, to be chosen from. */
const KIND_OPTIONS: Readonly<Record<AttributeKind, string>> = {
  choice: t`One of its values`,
  several: t`Several of its values`,
  'yes-no': t`Yes or no`,
  text: t`Free text`,
  number: t`A number`,
  range: t`Words of the article`,
};

interface AttributeEditorProps {
  readonly label: Label;
  readonly attribute: Attribute;
  readonly isFresh: boolean;
  readonly onAsk: (question: Question) => void;
  /** Told the new id where another kind makes it another attribute. */
  readonly onReplaced: (id: AttributeId) => void;
}

/** One attribute of a label, with its values. */
export function AttributeEditor({ label, attribute, isFresh, onAsk, onReplaced }: AttributeEditorProps) {
  const { labels } = useLaterStores();
  const [freshValue, setFreshValue] = useState<ValueId>();
  const place = label.attributes.indexOf(attribute);
  const name = t`“${attribute.name}” of ${label.name}`;
  const saveLabel = (text: string, change: (current: Label) => Label): void => {
    void labels.getState().change(text, (current) => {
      const known = findLabel(current, label.id);
      return known ? withLabel(current, label.id, change(known)) : current;
    });
  };
  const save: SaveAttribute = (text, change) => {
    saveLabel(text, (current) => {
      const known = findAttribute(current, attribute.id);
      return known ? withAttributePart(current, attribute.id, change(known)) : current;
    });
  };
  const changeKindTo = (kind: AttributeKind): void => {
    const freshId = labels.getState().freshId() as AttributeId;
    onReplaced(freshId);
    void labels.getState().follow(t`Change the kind of ${name}`, t`Changed the kind of ${name}.`, (current) => {
      return changeKind(current, label.id, attribute.id, kind, freshId);
    });
  };
  const addValue = (): void => {
    const id = labels.getState().freshId() as ValueId;
    setFreshValue(id);
    save(t`Added a value to ${name}.`, ({ values }) => ({ values: [...values, { id, name: t`New value`, key: '' }] }));
  };
  return (
    <div className={styles.editor}>
      <AttributeFields attribute={attribute} name={name} isFresh={isFresh} onSave={save} onKind={changeKindTo} />
      {hasValues(attribute.kind) && (
        <>
          {attribute.values.length > 0 && (
            <ul className={styles.values} aria-label={t`Values of ${attribute.name}`}>
              {attribute.values.map((value) => (
                <ValueRow
                  key={value.id}
                  label={label}
                  attribute={attribute}
                  value={value}
                  isFresh={freshValue === value.id}
                  onSave={save}
                  onAsk={onAsk}
                />
              ))}
            </ul>
          )}
          <Button className={styles.start} onClick={addValue}>
            <Plus size={16} aria-hidden="true" />
            {t`Add value`}
          </Button>
        </>
      )}
      <div className={styles.actions}>
        <MoveButtons
          name={attribute.name}
          isFirst={place === 0}
          isLast={place === label.attributes.length - 1}
          onMove={(step) => {
            saveLabel(t`Moved ${name}.`, (current) => ({
              ...current,
              attributes: movedMember(current.attributes, attribute.id, step),
            }));
          }}
        />
        <Button
          look="danger"
          onClick={() => {
            const rule = { kind: 'attribute', label: label.id, from: attribute.id, to: null } as const;
            void labels
              .getState()
              .follow(t`Remove ${name}`, t`Removed ${name}.`, (current) => followRule(current, rule));
          }}
        >
          <Trash2 size={16} aria-hidden="true" />
          {t`Remove attribute`}
        </Button>
      </div>
    </div>
  );
}

type SaveAttribute = (text: string, change: (current: Attribute) => Partial<Omit<Attribute, 'id'>>) => void;

interface AttributeFieldsProps {
  readonly attribute: Attribute;
  readonly name: string;
  readonly isFresh: boolean;
  readonly onSave: SaveAttribute;
  readonly onKind: (kind: AttributeKind) => void;
}

function AttributeFields({ attribute, name, isFresh, onSave, onKind }: AttributeFieldsProps) {
  return (
    <>
      <div className={styles.fields}>
        <DraftField
          label={t`Name of the attribute`}
          isName
          isFresh={isFresh}
          maxLength={200}
          value={attribute.name}
          onCommit={(next) => {
            onSave(t`Renamed ${name} to “${next}”.`, () => ({ name: next }));
          }}
        />
        <SelectField
          label={t`Kind`}
          value={attribute.kind}
          options={ATTRIBUTE_KINDS.map((value) => ({ value, text: KIND_OPTIONS[value] }))}
          onChange={onKind}
        />
        <div className={styles.wide}>
          <DraftField
            label={t`Description of the attribute`}
            maxLength={2000}
            value={attribute.description}
            onCommit={(description) => {
              onSave(t`Changed ${name}: its description.`, () => ({ description }));
            }}
          />
        </div>
      </div>
      <CheckField
        label={t`Every span needs it`}
        isChecked={attribute.isRequired}
        onChange={(isRequired) => {
          onSave(t`Changed ${name}: whether every span needs it.`, () => ({ isRequired }));
        }}
      />
    </>
  );
}
