import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label } from '#core/labels/label-set.ts';
import { guidelineOf, type Guidelines, guidelinesInForce } from '#core/project/guidelines.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useGuidelines, useSession, useStores } from '#state/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { Check, MessageCircleQuestionMark, Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { GuidelineSection } from './guideline-section.tsx';
import styles from './guidelines-screen.module.css';
import { VersionsSection } from './versions-section.tsx';
import { timeInWords } from '#language/dates.ts';

interface GuidelinesScreenProps {
  /** The label whose guideline is to be written, and stands in sight; undefined where it is read. */
  readonly label: LabelId | undefined;
}

/** What the annotators of the project have agreed on: in general, and label by label. Read here, and written. */
export function GuidelinesScreen({ label }: GuidelinesScreenProps) {
  const { guidelines: store } = useStores();
  const versions = useSession((state) => state.project.guidelines);
  const labels = useSession((state) => state.project.labelSet.labels);
  const [isEditing, setEditing] = useState(label !== undefined);
  const guidelines = guidelinesInForce(versions);
  const newest = versions.at(-1);

  useEffect(() => {
    void store.getState().refresh();
  }, [store]);

  return (
    <Page
      title={t`Guidelines`}
      lead={
        newest
          ? t`Version ${newest.number}, ${timeInWords(newest.at)}, by ${newest.by}. G shows them while you annotate.`
          : t`When to use which label, so that everybody marks the same. G shows them while you annotate.`
      }
      actions={
        <>
          <LinkButton href={ADDRESSES.questions}>
            <MessageCircleQuestionMark size={16} aria-hidden="true" />
            {t`Questions`}
          </LinkButton>
          <Button
            look={isEditing ? 'primary' : 'plain'}
            onClick={() => {
              setEditing(!isEditing);
            }}
          >
            {isEditing ? <Check size={16} aria-hidden="true" /> : <Pencil size={16} aria-hidden="true" />}
            {isEditing ? t`Done editing` : t`Edit them`}
          </Button>
        </>
      }
    >
      <Trouble />
      <div className={styles.sections}>
        <GuidelineSection
          name={t`In general`}
          heading={t`In general`}
          guideline={{ text: guidelines.text, examples: [] }}
          label={undefined}
          isEditing={isEditing}
        />
        {sectionsOf(guidelines, labels).map((section) => (
          <GuidelineSection
            key={section.label}
            name={section.name}
            heading={section.heading}
            description={section.description}
            guideline={guidelineOf(guidelines, section.label)}
            label={section.label}
            isEditing={isEditing}
            isSought={section.label === label}
          />
        ))}
        <VersionsSection versions={versions} labels={labels} />
      </div>
    </Page>
  );
}

interface Section {
  readonly label: LabelId;
  readonly name: string;
  readonly heading: ReactNode;
  readonly description: string;
}

/** A section for each label, then for each that is no longer in the label set but about which something is written. */
function sectionsOf(guidelines: Guidelines, labels: readonly Label[]): readonly Section[] {
  const known = labels.map((label): Section => {
    const heading = (
      <>
        <LabelMark label={label} />
        {label.name}
      </>
    );
    return { label: label.id, name: label.name, heading, description: label.description };
  });
  const lost = guidelines.labels.filter(({ label }) => !labels.some(({ id }) => id === label));
  return [
    ...known,
    ...lost.map(({ label }): Section => {
      return { label, name: label, heading: label, description: t`This label is no longer in the label set.` };
    }),
  ];
}

/** What the disk refused, and what to do. */
function Trouble() {
  const { guidelines } = useStores();
  const saving = useGuidelines((state) => state.saving);
  const failure = useGuidelines((state) => state.failure);
  return (
    <>
      {saving.kind === 'failed' && (
        <Message kind="problem">
          <span>{t`The last change is not saved. ${saving.message}`}</span>
          <Button
            onClick={() => {
              guidelines.getState().retrySaving();
            }}
          >{t`Try again`}</Button>
          <Button
            onClick={() => {
              void guidelines.getState().downloadFromMemory();
            }}
          >{t`Download the guidelines`}</Button>
        </Message>
      )}
      {failure !== '' && <Message kind="problem">{failure}</Message>}
    </>
  );
}
