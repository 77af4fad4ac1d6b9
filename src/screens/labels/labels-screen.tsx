import { t } from '#language/t.ts';
import { label as newLabel, linkType as newLinkType } from '#core/labels/default-label-set.ts';
import { type LabelSet, TONES } from '#core/labels/label-set.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useSession } from '#state/react.tsx';
import { useLabels, useLaterStores } from '#state/react-later.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { FileButton } from '#ui/file-button.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { BookOpen, Download, FolderOpen, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LabelEditor } from './label-editor.tsx';
import { type Chosen, LabelList } from './label-list.tsx';
import styles from './labels-screen.module.css';
import { LinkTypeEditor } from './link-type-editor.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PastChanges } from './past-changes.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { ReadyMadeSection } from './ready-made-section.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { type Question } from './thing-buttons.tsx';

/** The label set of the project, and changing one's mind about it. */
export function LabelsScreen() {
  const { labels } = useLaterStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const phase = useLabels((state) => state.phase);
  const [chosen, setChosen] = useState<Chosen>();
  const [fresh, setFresh] = useState('');
  const [question, setQuestion] = useState<Question>();
  const shown = find(labelSet, chosen) ?? first(labelSet);
  useEffect(() => {
    void labels.getState().load();
  }, [labels]);
  useUndoKey();
  useFocusKept(labelSet);
  const add = (kind: Chosen['kind']): void => {
    const id = labels.getState().freshId();
    setChosen({ kind, id });
    setFresh(id);
    void labels.getState().change(kind === 'label' ? t`Added a label.` : t`Added a link type.`, (current) => {
      return kind === 'label' ? withNewLabel(current, id) : withNewLinkType(current, id);
    });
  };
  const close = (): void => {
    setQuestion(undefined);
  };
  return (
    <Page title={t`Labels`} lead={t`What can be marked in this project, and how it is drawn.`} actions={<Actions />}>
      <Messages />
      {phase === 'ready' && (
        <>
          <div className={styles.columns}>
            <LabelList
              labelSet={labelSet}
              chosen={shown}
              onChoose={setChosen}
              onAddLabel={() => {
                add('label');
              }}
              onAddLinkType={() => {
                add('link-type');
              }}
            />
            {shown && (
              <section aria-labelledby="editor-heading" className={styles.editor}>
                <Editor
                  key={shown.id}
                  labelSet={labelSet}
                  shown={shown}
                  isFresh={shown.id === fresh}
                  onAsk={setQuestion}
                />
              </section>
            )}
          </div>
          <ReadyMadeSection />
          <PastChanges />
        </>
      )}
      {question?.kind === 'merge' && <MergeDialog thing={question.thing} onClose={close} />}
      {question?.kind === 'split' && <SplitDialog thing={question.thing} onClose={close} />}
      <PreviewDialog />
    </Page>
  );
}

function Actions() {
  const { labels } = useLaterStores();
  const canUndo = useSession((state) => state.labelChanges.some(({ isUndone }) => !isUndone));
  return (
    <>
      <LinkButton href={ADDRESSES.guidelines}>
        <BookOpen size={16} aria-hidden="true" />
        {t`Guidelines`}
      </LinkButton>
      <Button
        aria-disabled={!canUndo}
        title={t`Undo the last change of the label set (Ctrl+Z)`}
        onClick={() => {
          void labels.getState().undo();
        }}
      >
        <Undo2 size={16} aria-hidden="true" />
        {t`Undo`}
      </Button>
      <FileButton
        accept=".json,application/json"
        onFiles={([file]) => {
          if (file) void labels.getState().openFile(file);
        }}
      >
        <FolderOpen size={16} aria-hidden="true" />
        {t`Open file`}
      </FileButton>
      <Button onClick={() => void labels.getState().saveFile()}>
        <Download size={16} aria-hidden="true" />
        {t`Save as file`}
      </Button>
    </>
  );
}

function Messages() {
  const { labels } = useLaterStores();
  const failure = useLabels((state) => state.failure);
  const refused = useLabels((state) => state.refused);
  const dismiss = (
    <Button
      onClick={() => {
        labels.getState().dismiss();
        document.querySelector<HTMLElement>('#main')?.focus();
      }}
    >{t`Dismiss`}</Button>
  );
  return (
    <>
      {failure !== '' && (
        <Message kind="problem">
          <p>{failure}</p>
          {dismiss}
        </Message>
      )}
      {refused && (
        <Message kind="problem">
          <div>
            <p>{t`“${refused.fileName}” cannot be opened, and nothing of it is used:`}</p>
            <ul className={styles.problems}>
              {refused.problems.map(({ place, message }) => (
                <li key={`${place} ${message}`}>
                  <code>{place}</code> {message}
                </li>
              ))}
            </ul>
          </div>
          {dismiss}
        </Message>
      )}
    </>
  );
}

interface EditorProps {
  readonly labelSet: LabelSet;
  readonly shown: Chosen;
  readonly isFresh: boolean;
  readonly onAsk: (question: Question) => void;
}

function Editor({ labelSet, shown, isFresh, onAsk }: EditorProps) {
  const label = shown.kind === 'label' ? labelSet.labels.find(({ id }) => id === shown.id) : undefined;
  if (label) return <LabelEditor label={label} labelSet={labelSet} isFresh={isFresh} onAsk={onAsk} />;
  const type = labelSet.linkTypes.find(({ id }) => id === shown.id);
  return type && <LinkTypeEditor type={type} labelSet={labelSet} isFresh={isFresh} onAsk={onAsk} />;
}

function find(labelSet: LabelSet, chosen: Chosen | undefined): Chosen | undefined {
  const members = chosen?.kind === 'label' ? labelSet.labels : labelSet.linkTypes;
  return members.some((member) => member.id === chosen?.id) ? chosen : undefined;
}

function first({ labels, linkTypes }: LabelSet): Chosen | undefined {
  if (labels[0]) return { kind: 'label', id: labels[0].id };
  return linkTypes[0] && { kind: 'link-type', id: linkTypes[0].id };
}

function withNewLabel(current: LabelSet, id: string): LabelSet {
  const tone = TONES.find((known) => !current.labels.some((each) => each.tone === known)) ?? TONES[0];
  return { ...current, labels: [...current.labels, newLabel(id, t`New label`, { tone })] };
}

function withNewLinkType(current: LabelSet, id: string): LabelSet {
  return { ...current, linkTypes: [...current.linkTypes, newLinkType(id, t`New link type`, [], [])] };
}

/** Ctrl+Z undoes the last change of the label set, other than where text is typed or a dialog is open. */
function useUndoKey(): void {
  const { labels } = useLaterStores();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const isTyped =
        target instanceof Element &&
        target.closest('input:not([type=radio], [type=checkbox]), textarea, [role=dialog]');
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || isTyped) return;
      event.preventDefault();
      void labels.getState().undo();
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, [labels]);
}

/** How long a dialog takes to give the focus back to a button that may be gone by then, in milliseconds. */
const FOCUS_BACK_MS = 80;

/** Where a row or a label vanished with the focus in it, the focus goes to the heading of what is shown. */
function useFocusKept(labelSet: LabelSet): void {
  useEffect(() => {
    const keep = (): void => {
      if (document.activeElement !== document.body || document.querySelector('[role=dialog]')) return;
      const goal =
        document.querySelector<HTMLElement>('#editor-heading') ?? document.querySelector<HTMLElement>('#main');
      goal?.focus({ preventScroll: true });
    };
    const timer = setTimeout(keep, FOCUS_BACK_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [labelSet]);
}
