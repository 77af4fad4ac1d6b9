import { t } from '#language/t.ts';
import { holderOfKey, movedMember, withLabel } from '#core/labels/change-label-set.ts';
import { type Channel, type Label, type LabelSet, type SmartExtent, TONES, type Tone } from '#core/labels/label-set.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { SelectField } from '#ui/field.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { AttributesSection } from './attributes-section.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { DraftField } from '#ui/draft-field.tsx';
import styles from './editor.module.css';
import fields from './fields.module.css';
import { KeyField } from './key-field.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { type Question, ThingButtons } from './thing-buttons.tsx';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const CHANNELS: readonly { readonly value: Channel; readonly text: string }[] = [
  { value: 'fill', text: t`Filled` },
  { value: 'underline', text: t`Underlined` },
  { value: 'bracket', text: t`Bracket and tint` },
];

const EXTENTS: readonly { readonly value: SmartExtent; readonly text: string }[] = [
  { value: 'word', text: t`The word` },
  { value: 'name', text: t`The name or word` },
  { value: 'sentence', text: t`The sentence` },
  { value: 'quotation', text: t`The quotation` },
];

const TONE_NAMES: Readonly<Record<Tone, string>> = {
  blue: t`Blue`,
  orange: t`Orange`,
  teal: t`Teal`,
  violet: t`Violet`,
  rose: t`Rose`,
  olive: t`Olive`,
  amber: t`Amber`,
  slate: t`Slate`,
};

interface LabelEditorProps {
  readonly label: Label;
  readonly labelSet: LabelSet;
  readonly isFresh: boolean;
  readonly onAsk: (question: Question) => void;
}

/** Everything about one label. What needs no span to follow is saved at once. */
export function LabelEditor({ label, labelSet, isFresh, onAsk }: LabelEditorProps) {
  const { labels } = useLaterStores();
  const place = labelSet.labels.indexOf(label);
  const save = (text: string, part: Partial<Omit<Label, 'id'>>): void => {
    void labels.getState().change(text, (current) => withLabel(current, label.id, part));
  };
  return (
    <>
      <header className={styles.header}>
        <LabelMark label={label} />
        <h2 id="editor-heading" tabIndex={-1} dir="auto">
          {label.name}
        </h2>
        <MoveButtons
          name={label.name}
          isFirst={place === 0}
          isLast={place === labelSet.labels.length - 1}
          onMove={(step) => {
            void labels.getState().change(t`Moved “${label.name}”.`, (current) => ({
              ...current,
              labels: movedMember(current.labels, label.id, step),
            }));
          }}
        />
      </header>
      <LabelFields label={label} labelSet={labelSet} isFresh={isFresh} onSave={save} />
      <AttributesSection key={label.id} label={label} onAsk={onAsk} />
      <footer className={styles.footer}>
        <ThingButtons thing={{ kind: 'label', id: label.id }} name={label.name} onAsk={onAsk} />
      </footer>
    </>
  );
}

interface LabelFieldsProps extends Omit<LabelEditorProps, 'onAsk'> {
  readonly onSave: (text: string, part: Partial<Omit<Label, 'id'>>) => void;
}

function LabelFields({ label, labelSet, isFresh, onSave }: LabelFieldsProps) {
  return (
    <div className={styles.grid}>
      <DraftField
        label={t`Name`}
        isName
        isFresh={isFresh}
        maxLength={200}
        value={label.name}
        onCommit={(name) => {
          onSave(t`Renamed “${label.name}” to “${name}”.`, { name });
        }}
      />
      <KeyField
        label={t`Key`}
        value={label.key}
        keys={DIGITS}
        holderOf={(key) => holderOfKey(labelSet, key, label.id)?.name}
        onChange={(key) => {
          onSave(key === '' ? t`Took the key from “${label.name}”.` : t`Gave “${label.name}” the key ${key}.`, { key });
        }}
      />
      <div className={styles.wide}>
        <DraftField
          label={t`Description`}
          isLong
          maxLength={2000}
          value={label.description}
          onCommit={(description) => {
            onSave(t`Changed “${label.name}”: its description.`, { description });
          }}
        />
      </div>
      <SelectField
        label={t`Drawn as`}
        value={label.channel}
        options={CHANNELS}
        onChange={(channel) => {
          onSave(t`Changed “${label.name}”: how it is drawn.`, { channel });
        }}
      />
      <SelectField
        label={t`Takes at the caret`}
        value={label.smartExtent}
        options={EXTENTS}
        onChange={(smartExtent) => {
          onSave(t`Changed “${label.name}”: what it takes at the caret.`, { smartExtent });
        }}
      />
      <ToneField
        tone={label.tone}
        onChange={(tone) => {
          onSave(t`Changed “${label.name}”: its colour.`, { tone });
        }}
      />
      <div className={styles.wide}>
        <CheckField
          label={t`Spans of this label may overlap each other`}
          isChecked={label.overlapsItself}
          onChange={(overlapsItself) => {
            onSave(t`Changed “${label.name}”: whether its spans may overlap.`, { overlapsItself });
          }}
        />
      </div>
    </div>
  );
}

interface ToneFieldProps {
  readonly tone: Tone;
  readonly onChange: (tone: Tone) => void;
}

function ToneField({ tone: chosen, onChange }: ToneFieldProps) {
  return (
    <fieldset className={`${fields.group} ${styles.wide}`}>
      <legend className={fields.legend}>{t`Colour`}</legend>
      <div className={styles.tones}>
        {TONES.map((tone) => (
          <label key={tone} className={styles.tone} title={TONE_NAMES[tone]}>
            <input
              type="radio"
              name="tone"
              className="visually-hidden"
              checked={chosen === tone}
              onChange={() => {
                onChange(tone);
              }}
            />
            <span data-tone={tone} aria-hidden="true" />
            <span className="visually-hidden">{TONE_NAMES[tone]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
