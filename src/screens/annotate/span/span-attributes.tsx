import {
  type Attribute,
  type AttributeValue,
  attributeInWords,
  hasValues,
  isRange,
  type AttributeId,
  holdsValue,
  toggledValue,
} from '#core/labels/attribute.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { attributeOf, type Span, type SpanAttribute } from '#core/spans/span.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { X } from 'lucide-react';
import { AttributeField } from './attribute-field.tsx';
import styles from './span-attributes.module.css';

interface SpanAttributesProps {
  readonly span: Span;
  readonly isWritable: boolean;
  readonly onReturnToText: () => void;
}

/** What the label asks about the span, each with a way to answer; and values that the label set does not know any more. */
export function SpanAttributes({ span, isWritable, onReturnToText }: SpanAttributesProps) {
  const label = useSession((state) => findLabel(state.project.labelSet, span.label));
  const attributes = label?.attributes ?? [];
  const unknown = span.attributes.filter(({ id }) => !attributes.some((attribute) => attribute.id === id));
  if (attributes.length + unknown.length === 0) return null;
  return (
    <div className={styles.attributes} data-attributes>
      {attributes.map((attribute) => {
        const value = attributeOf(span, attribute.id);
        const props = { span, attribute, value, isWritable };
        if (hasValues(attribute.kind) || attribute.kind === 'yes-no') return <Choice key={attribute.id} {...props} />;
        if (attribute.kind === 'range') return <Words key={attribute.id} {...props} />;
        return <AttributeField key={attribute.id} {...props} onReturnToText={onReturnToText} />;
      })}
      {unknown.map((attribute) => (
        <Unknown key={attribute.id} span={span} held={attribute} isWritable={isWritable} />
      ))}
    </div>
  );
}

interface PartProps {
  readonly span: Span;
  readonly attribute: Attribute;
  readonly value: AttributeValue | undefined;
  readonly isWritable: boolean;
}

/** Values as buttons that are pressed or not; pressing one again takes it away. */
function Choice({ span, attribute, value, isWritable }: PartProps) {
  const { annotate } = useStores();
  const options =
    attribute.kind === 'yes-no'
      ? [
          { id: 'yes', name: 'Yes', key: '', value: true },
          { id: 'no', name: 'No', key: '', value: false },
        ]
      : attribute.values.map(({ id, name, key }) => ({ id, name, key, value: id }));
  return (
    <div className={styles.attribute} role="group" aria-label={attribute.name}>
      <span className={styles.name} title={attribute.description}>
        {attribute.name}
        <Required attribute={attribute} value={value} />
      </span>
      <span className={styles.values}>
        {options.map((option) => (
          <button
            key={option.id}
            type="button"
            className={styles.value}
            aria-pressed={holdsValue(value, option.value)}
            aria-keyshortcuts={option.key === '' ? undefined : `Shift+${option.key.toUpperCase()}`}
            disabled={!isWritable}
            onClick={() => {
              annotate.getState().setAttribute(span.id, attribute.id, toggledValue(attribute, value, option.value));
            }}
          >
            {option.name}
            {option.key !== '' && <kbd aria-hidden="true">⇧{option.key.toUpperCase()}</kbd>}
          </button>
        ))}
      </span>
    </div>
  );
}

/** Words of the article, taken from what is selected there. */
function Words({ span, attribute, value, isWritable }: PartProps) {
  const text = useAnnotate((state) => state.article.text);
  const isHeld = value !== undefined && isRange(value);
  return (
    <div className={styles.attribute} role="group" aria-label={attribute.name}>
      <span className={styles.name} title={attribute.description}>
        {attribute.name}
        <Required attribute={attribute} value={value} />
      </span>
      <span className={styles.words}>
        {isHeld ? (
          <q>{attributeInWords(attribute, value, text)}</q>
        ) : (
          <span className={styles.hint}>
            Select the words, then <kbd>C</kbd>
          </span>
        )}
        {isHeld && <Clear span={span} id={attribute.id} name={attribute.name} isWritable={isWritable} />}
      </span>
    </div>
  );
}

/** A value of an attribute that the label does not have: it can be read and taken away. */
function Unknown({ span, held, isWritable }: { span: Span; held: SpanAttribute; isWritable: boolean }) {
  const text = useAnnotate((state) => state.article.text);
  return (
    <div className={styles.attribute} role="group" aria-label={held.id}>
      <span className={styles.name} title="The label set has no attribute of this name">
        {held.id}
      </span>
      <span className={styles.words}>
        <span>{attributeInWords(undefined, held.value, text)}</span>
        <Clear span={span} id={held.id} name={held.id} isWritable={isWritable} />
      </span>
    </div>
  );
}

interface ClearProps {
  readonly span: Span;
  readonly id: AttributeId;
  readonly name: string;
  readonly isWritable: boolean;
}

function Clear({ span, id, name, isWritable }: ClearProps) {
  const { annotate } = useStores();
  return (
    <Button
      look="icon"
      aria-label={`Clear ${name}`}
      disabled={!isWritable}
      onClick={() => {
        annotate.getState().setAttribute(span.id, id, undefined);
      }}
    >
      <X size={14} aria-hidden="true" />
    </Button>
  );
}

function Required({ attribute, value }: Pick<PartProps, 'attribute' | 'value'>) {
  if (!attribute.isRequired || value !== undefined) return null;
  return <span className={styles.required}> needed</span>;
}
