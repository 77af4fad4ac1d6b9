import { t } from '#language/t.ts';
import {
  type Attribute,
  type AttributeId,
  attributeInWords,
  type AttributeValue,
  hasValues,
  holdsValue,
  isRange,
  toggledValue,
} from '#core/labels/attribute.ts';
import { attributeOf, type SpanAttribute } from '#core/spans/span.ts';
import { Button } from '#ui/button.tsx';
import { X } from 'lucide-react';
import { AttributeField } from './attribute-field.tsx';
import styles from './attribute-fields.module.css';

interface AttributeFieldsProps {
  /** Those of the span’s label. */
  readonly attributes: readonly Attribute[];
  /** What the span holds. */
  readonly held: readonly SpanAttribute[];
  /** Of the article. */
  readonly text: string;
  readonly isWritable: boolean;
  /** Sets a value; undefined takes it away. */
  readonly onSet: (id: AttributeId, value: AttributeValue | undefined) => void;
  /** Says in a sentence why what was typed cannot be. */
  readonly onRefuse: (why: string) => void;
  /** Takes the words that are selected in the text, or the word at the caret, for an attribute that holds words. */
  readonly onTakeWords: (id: AttributeId) => void;
  /** The key that does the same, as people read it; empty where there is none. */
  readonly takeKey: string;
  readonly onReturnToText: () => void;
}

/** What the label asks about a span, each with a way to answer; and values that the label set does not know any more. */
export function AttributeFields({
  attributes,
  held,
  text,
  isWritable,
  onSet,
  onRefuse,
  onTakeWords,
  takeKey,
  onReturnToText,
}: AttributeFieldsProps) {
  const unknown = held.filter(({ id }) => !attributes.some((attribute) => attribute.id === id));
  if (attributes.length + unknown.length === 0) return null;
  const setting = (id: AttributeId) => (value: AttributeValue | undefined) => {
    onSet(id, value);
  };
  return (
    <div className={styles.attributes}>
      {attributes.map((attribute) => {
        const value = attributeOf({ attributes: held }, attribute.id);
        const props = { attribute, value, isWritable, onSet: setting(attribute.id) };
        if (hasValues(attribute.kind) || attribute.kind === 'yes-no') return <Choice key={attribute.id} {...props} />;
        if (attribute.kind === 'range') {
          const take = (): void => {
            onTakeWords(attribute.id);
          };
          return <Words key={attribute.id} {...props} text={text} onTake={take} takeKey={takeKey} />;
        }
        return <AttributeField key={attribute.id} {...props} onRefuse={onRefuse} onReturnToText={onReturnToText} />;
      })}
      {unknown.map((each) => (
        <Unknown key={each.id} held={each} text={text} isWritable={isWritable} onSet={setting(each.id)} />
      ))}
    </div>
  );
}

interface PartProps {
  readonly attribute: Attribute;
  readonly value: AttributeValue | undefined;
  readonly isWritable: boolean;
  readonly onSet: (value: AttributeValue | undefined) => void;
}

/** Values as buttons that are pressed or not; pressing one again takes it away. */
function Choice({ attribute, value, isWritable, onSet }: PartProps) {
  const options =
    attribute.kind === 'yes-no'
      ? [
          { id: 'yes', name: t`Yes`, key: '', value: true },
          { id: 'no', name: t`No`, key: '', value: false },
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
              onSet(toggledValue(attribute, value, option.value));
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

interface WordsProps extends PartProps {
  readonly text: string;
  readonly onTake: () => void;
  readonly takeKey: string;
}

/** Words of the article, taken from what is selected there. */
function Words({ attribute, value, text, isWritable, onSet, onTake, takeKey }: WordsProps) {
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
          <button
            type="button"
            className={styles.value}
            disabled={!isWritable}
            // What is selected in the text stays selected.
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={onTake}
          >
            {t`Take the selected words`}
            {takeKey !== '' && <kbd aria-hidden="true">{takeKey}</kbd>}
          </button>
        )}
        {isHeld && <Clear name={attribute.name} isWritable={isWritable} onSet={onSet} />}
      </span>
    </div>
  );
}

interface UnknownProps extends Pick<PartProps, 'isWritable' | 'onSet'> {
  readonly held: SpanAttribute;
  readonly text: string;
}

/** A value of an attribute that the label does not have: it can be read and taken away. */
function Unknown({ held, text, isWritable, onSet }: UnknownProps) {
  return (
    <div className={styles.attribute} role="group" aria-label={held.id}>
      <span className={styles.name} title={t`The label set has no attribute of this name`}>
        {held.id}
      </span>
      <span className={styles.words}>
        <span>{attributeInWords(undefined, held.value, text)}</span>
        <Clear name={held.id} isWritable={isWritable} onSet={onSet} />
      </span>
    </div>
  );
}

interface ClearProps extends Pick<PartProps, 'isWritable' | 'onSet'> {
  readonly name: string;
}

function Clear({ name, isWritable, onSet }: ClearProps) {
  return (
    <Button
      look="icon"
      aria-label={t`Clear ${name}`}
      disabled={!isWritable}
      onClick={() => {
        onSet(undefined);
      }}
    >
      <X size={14} aria-hidden="true" />
    </Button>
  );
}

function Required({ attribute, value }: Pick<PartProps, 'attribute' | 'value'>) {
  if (!attribute.isRequired || value !== undefined) return null;
  return <span className={styles.required}> {t`needed`}</span>;
}
