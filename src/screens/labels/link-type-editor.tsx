import { t } from '#language/t.ts';
import { movedMember, withLinkType } from '#core/labels/change-label-set.ts';
import { changeEnds } from '#core/labels/follow-rule.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkType } from '#core/labels/link-type.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { ArrowRight } from 'lucide-react';
import { CheckField } from '#ui/check-field.tsx';
import { DraftField } from '#ui/draft-field.tsx';
import styles from './editor.module.css';
import fields from './fields.module.css';
import { MoveButtons } from './move-buttons.tsx';
import { type Question, ThingButtons } from './thing-buttons.tsx';

interface LinkTypeEditorProps {
  readonly type: LinkType;
  readonly labelSet: LabelSet;
  readonly isFresh: boolean;
  readonly onAsk: (question: Question) => void;
}

/** Everything about one link type. */
export function LinkTypeEditor({ type, labelSet, isFresh, onAsk }: LinkTypeEditorProps) {
  const { labels } = useLaterStores();
  const place = labelSet.linkTypes.indexOf(type);
  const save = (text: string, part: Partial<Omit<LinkType, 'id'>>): void => {
    void labels.getState().change(text, (current) => withLinkType(current, type.id, part));
  };
  return (
    <>
      <header className={styles.header}>
        <ArrowRight size={18} aria-hidden="true" />
        <h2 id="editor-heading" tabIndex={-1} dir="auto">
          {type.name}
        </h2>
        <MoveButtons
          name={type.name}
          isFirst={place === 0}
          isLast={place === labelSet.linkTypes.length - 1}
          onMove={(step) => {
            void labels.getState().change(t`Moved “${type.name}”.`, (current) => ({
              ...current,
              linkTypes: movedMember(current.linkTypes, type.id, step),
            }));
          }}
        />
      </header>
      <div className={styles.grid}>
        <div className={styles.wide}>
          <DraftField
            label={t`Name`}
            isName
            isFresh={isFresh}
            maxLength={200}
            value={type.name}
            onCommit={(name) => {
              save(t`Renamed “${type.name}” to “${name}”.`, { name });
            }}
          />
        </div>
        <div className={styles.wide}>
          <DraftField
            label={t`Description`}
            isLong
            maxLength={2000}
            value={type.description}
            onCommit={(description) => {
              save(t`Changed “${type.name}”: its description.`, { description });
            }}
          />
        </div>
        <Ends type={type} labelSet={labelSet} end="from" legend={t`From spans of`} />
        <Ends type={type} labelSet={labelSet} end="to" legend={t`To spans of`} />
        <div className={styles.checks}>
          <CheckField
            label={t`A span has at most one such link`}
            isChecked={type.isSingle}
            onChange={(isSingle) => {
              save(t`Changed “${type.name}”: how many a span may have.`, { isSingle });
            }}
          />
          <CheckField
            label={t`Every span it may start from needs one`}
            isChecked={type.isRequired}
            onChange={(isRequired) => {
              save(t`Changed “${type.name}”: whether it is needed.`, { isRequired });
            }}
          />
        </div>
      </div>
      <footer className={styles.footer}>
        <ThingButtons thing={{ kind: 'link-type', id: type.id }} name={type.name} onAsk={onAsk} />
      </footer>
    </>
  );
}

interface EndsProps {
  readonly type: LinkType;
  readonly labelSet: LabelSet;
  readonly end: 'from' | 'to';
  readonly legend: string;
}

/** The labels at one end of a link. None ticked means any, so that the last one cannot be taken away by mistake. */
function Ends({ type, labelSet, end, legend }: EndsProps) {
  const { labels } = useLaterStores();
  const change = (allowed: LinkType['from']): void => {
    const [title, text] =
      end === 'from'
        ? [
            t`Change the labels that “${type.name}” may start from`,
            t`Changed the labels that “${type.name}” may start from.`,
          ]
        : [
            t`Change the labels that “${type.name}” may lead to`,
            t`Changed the labels that “${type.name}” may lead to.`,
          ];
    void labels.getState().follow(title, text, (current) => changeEnds(current, type.id, end, allowed));
  };
  return (
    <fieldset className={fields.group}>
      <legend className={fields.legend}>{legend}</legend>
      <CheckField
        label={t`Any label`}
        isChecked={type[end].length === 0}
        onChange={(isAny) => {
          change(isAny ? [] : labelSet.labels.map(({ id }) => id));
        }}
      />
      {labelSet.labels.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          isChecked={type[end].includes(id)}
          onChange={(isTicked) => {
            change(
              labelSet.labels
                .map((label) => label.id)
                .filter((each) => (each === id ? isTicked : type[end].includes(each))),
            );
          }}
        />
      ))}
    </fieldset>
  );
}
