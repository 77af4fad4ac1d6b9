import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type GuidelineQuestion, groupQuestions, type QuestionGroup } from '#core/review/guideline-questions.ts';
import { ADDRESSES, annotateAddress, guidelineAddress, placeAddress } from '#state/addresses.ts';
import { useSession, useStores, useThreadContext, useThreads } from '#state/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { SelectField } from '#ui/field.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { plural } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { ThreadCard, type ThreadContext } from '#views/threads/thread-card.tsx';
import { Download, Pencil } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import styles from './questions-screen.module.css';

const STATES = [
  { value: 'open', text: t`open` },
  { value: 'resolved', text: t`resolved` },
  { value: 'all', text: t`all` },
] as const;
type Shown = (typeof STATES)[number]['value'];

/** What annotators and reviewers ask the guidelines to say, over all articles, label by label. */
export function QuestionsScreen() {
  const { threads } = useStores();
  const project = useSession((state) => state.project);
  const questions = useThreads((state) => state.questions);
  const failure = useThreads((state) => (state.saving.kind === 'failed' ? state.saving.message : state.failure));
  const [shown, setShown] = useState<Shown>('open');
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    void threads.getState().readQuestions();
  }, [threads, project.id]);
  const shared = useThreadContext();
  const context: ThreadContext = {
    ...shared,
    under: 3,
    onResolve: (thread, isResolved) => {
      shared.onResolve(thread, isResolved);
      // The question leaves the list, and the button that was pressed with it.
      if (shown !== 'all') told.current?.focus();
    },
    onGoTo: ({ articleId, spans: [first], range }) => {
      if (first) location.hash = annotateAddress(articleId, first.spanId, first.annotatorId);
      else location.hash = range ? placeAddress(articleId, range) : annotateAddress(articleId);
    },
  };
  const wanted = questions?.filter(({ thread }) => shown === 'all' || thread.isResolved === (shown === 'resolved'));
  return (
    <Page
      title={t`Guideline questions`}
      lead={t`Threads that somebody marked as a question to the guidelines. Answer them here, and write what you agreed on into the guideline.`}
      actions={<LinkButton href={ADDRESSES.guidelines}>{t`Guidelines`}</LinkButton>}
    >
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      {wanted && (
        <>
          <div className={styles.choices}>
            <SelectField label={t`Show`} value={shown} options={STATES} onChange={setShown} />
            {questions!.length > 0 && <Downloads questions={wanted} />}
          </div>
          <p ref={told} role="status" tabIndex={-1} className={styles.count}>
            {plural(wanted.length, 'question')}
          </p>
          {wanted.length === 0 && <Nothing shown={shown} hasAny={questions!.length > 0} />}
          {groupQuestions(project.labelSet, wanted).map((group) => (
            <Group key={group.label ?? ''} group={group} context={context} />
          ))}
        </>
      )}
    </Page>
  );
}

function Nothing({ shown, hasAny }: { readonly shown: Shown; readonly hasAny: boolean }) {
  return (
    <p className={styles.empty}>
      {hasAny ? (
        shown === 'open' ? (
          t`No question is open. Choose “all” above to see the others.`
        ) : (
          t`No question is resolved. Choose “all” above to see the others.`
        )
      ) : (
        <>{tNodes`Nobody has asked anything yet. While you ${<a href={ADDRESSES.annotate}>{t`annotate`}</a>}, press T to start a thread and tick “Guideline question”: it is listed here.`}</>
      )}
    </p>
  );
}

function Downloads({ questions }: { readonly questions: readonly GuidelineQuestion[] }) {
  const { threads } = useStores();
  const [isForSpreadsheets, setForSpreadsheets] = useState(true);
  const save = (form: 'markdown' | 'csv'): void => {
    void threads.getState().downloadQuestions(questions, { form, isForSpreadsheets });
  };
  return (
    <div className={styles.downloads}>
      <Button
        disabled={questions.length === 0}
        onClick={() => {
          save('markdown');
        }}
      >
        <Download size={16} aria-hidden="true" />
        {t`Save as Markdown`}
      </Button>
      <Button
        disabled={questions.length === 0}
        onClick={() => {
          save('csv');
        }}
      >
        <Download size={16} aria-hidden="true" />
        {t`Save as CSV`}
      </Button>
      <CheckField
        label={t`In CSV, put an apostrophe before what a spreadsheet would run as a formula`}
        isChecked={isForSpreadsheets}
        onChange={setForSpreadsheets}
      />
    </div>
  );
}

interface GroupProps {
  readonly group: QuestionGroup;
  readonly context: ThreadContext;
}

function Group({ group: { label, name, questions }, context }: GroupProps) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <header>
        <GroupHeading id={id} label={label} name={name} count={questions.length} />
        {label !== undefined && (
          <LinkButton href={guidelineAddress(label)} aria-label={t`Write the guideline of ${name}`}>
            <Pencil size={16} aria-hidden="true" />
            {t`Write the guideline`}
          </LinkButton>
        )}
      </header>
      <ul className={styles.list} aria-label={t`Questions: ${name}`}>
        {questions.map(({ thread, language, articleTitle }) => (
          <li key={thread.id}>
            <ThreadCard thread={thread} language={language} context={context}>
              <p className={styles.article}>
                {tNodes`In ${(
                  <a href={annotateAddress(thread.articleId)} dir="auto">
                    {articleTitle}
                  </a>
                )}`}
              </p>
            </ThreadCard>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GroupHeadingProps {
  readonly id: string;
  readonly label: LabelId | undefined;
  readonly name: string;
  readonly count: number;
}

function GroupHeading({ id, label, name, count }: GroupHeadingProps) {
  const known = useSession((state) => (label === undefined ? undefined : findLabel(state.project.labelSet, label)));
  return (
    <h2 id={id}>
      {known && <LabelMark label={known} />}
      {name} <span className={styles.count}>{count}</span>
    </h2>
  );
}
