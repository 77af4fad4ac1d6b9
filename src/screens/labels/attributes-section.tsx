import { t } from '#language/t.ts';
import { type Attribute, type AttributeId } from '#core/labels/attribute.ts';
import { withLabel } from '#core/labels/change-label-set.ts';
import { findLabel, type Label } from '#core/labels/label-set.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { withCommas } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { AttributeEditor, KIND_NAMES } from './attribute-editor.tsx';
import styles from './attributes.module.css';
import { type Question } from './thing-buttons.tsx';

interface AttributesSectionProps {
  readonly label: Label;
  readonly onAsk: (question: Question) => void;
}

/** What is said about each span of the label; one attribute is open at a time. */
export function AttributesSection({ label, onAsk }: AttributesSectionProps) {
  const { labels } = useLaterStores();
  const [open, setOpen] = useState<AttributeId>();
  const [fresh, setFresh] = useState<AttributeId>();
  const add = (): void => {
    const id = labels.getState().freshId() as AttributeId;
    const attribute: Attribute = {
      id,
      name: t`New attribute`,
      description: '',
      kind: 'choice',
      isRequired: false,
      values: [],
    };
    setOpen(id);
    setFresh(id);
    void labels.getState().change(t`Added an attribute to “${label.name}”.`, (current) =>
      withLabel(current, label.id, {
        attributes: [...(findLabel(current, label.id)?.attributes ?? []), attribute],
      }),
    );
  };
  return (
    <section aria-labelledby="attributes-heading" className={styles.section}>
      <h3 id="attributes-heading">{t`Attributes`}</h3>
      {label.attributes.length > 0 && (
        <ul className={styles.list}>
          {label.attributes.map((attribute) => (
            <li key={attribute.id}>
              <button
                type="button"
                className={styles.summary}
                aria-expanded={open === attribute.id}
                onClick={() => {
                  setOpen(open === attribute.id ? undefined : attribute.id);
                }}
              >
                <ChevronRight size={16} aria-hidden="true" />
                <span className={styles.name} dir="auto">
                  {attribute.name}
                </span>
                <small>{summaryOf(attribute)}</small>
              </button>
              {open === attribute.id && (
                <AttributeEditor
                  label={label}
                  attribute={attribute}
                  isFresh={fresh === attribute.id}
                  onAsk={onAsk}
                  onReplaced={setOpen}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={add}>
        <Plus size={16} aria-hidden="true" />
        {t`Add attribute`}
      </Button>
    </section>
  );
}

function summaryOf({ kind, values, isRequired }: Attribute): string {
  return withCommas([
    KIND_NAMES[kind],
    ...(values.length > 0 ? [plural(values.length, 'value')] : []),
    ...(isRequired ? [t`required`] : []),
  ]);
}
