import { withDots } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { type Policy } from '#core/review/policies.ts';
import { attributeInWords } from '#core/labels/attribute.ts';
import { findAttribute, findLabel } from '#core/labels/label-set.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { linkName } from '#state/review/review-words.ts';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField } from '#ui/field.tsx';
import { LongList } from '#ui/long-list.tsx';
import { Message } from '#ui/message.tsx';
import { count, plural } from '#language/numbers.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { type PlannedDecision, type PolicyPlan } from '#core/review/policy-plan.ts';
import { useEffect, useRef } from 'react';
import styles from './bulk-dialog.module.css';

type Kind = Policy['kind'];

const POLICIES: readonly { readonly value: Kind; readonly text: string; readonly about: string }[] = [
  { value: 'unanimous', text: t`Unanimous`, about: t`Two or more have finished, and all of them marked the same.` },
  {
    value: 'trim-only',
    text: t`Same but for the edges`,
    about: t`Label and values are the same; quotation marks, brackets, punctuation at the end or words such as “the” differ.`,
  },
  {
    value: 'word-agreement',
    text: t`Nearly the same words`,
    about: t`Label and values are the same, and so is most of what anybody marked. The words that most people have are taken.`,
  },
  {
    value: 'majority',
    text: t`Two thirds agree`,
    about: t`Three or more have finished, two thirds of them marked the same, and nobody gave another label.`,
  },
  { value: 'trusted', text: t`One annotator`, about: t`What one annotator marked is taken as it is.` },
];

/** Groups that a policy decides: what it would do is counted and listed, then done at once, and undone with one key. */
export function BulkDialog() {
  const { review } = useLaterStores();
  const phase = useReview((state) => state.bulk.phase);
  const articles = useReview((state) => state.bulk.articleIds.length);
  return (
    <Dialog
      wide
      title={
        articles === 1
          ? t`Accept by a policy in this article`
          : plural(articles, 'Accept by a policy in # article', 'Accept by a policy in # articles')
      }
      isOpen={phase !== 'closed'}
      onClose={() => {
        review.getState().closeBulk();
      }}
    >
      <div className={styles.dialog}>
        <PolicyFields />
        <Plan />
      </div>
    </Dialog>
  );
}

function PolicyFields() {
  const { review } = useLaterStores();
  const policy = useReview((state) => state.bulk.policy);
  const isWriting = useReview((state) => state.bulk.phase === 'writing');
  const annotators = useSession((state) => state.annotators);
  const choose = review.getState().chooseBulk;
  return (
    <fieldset className={styles.fields} disabled={isWriting}>
      <legend className="visually-hidden">{t`Policy`}</legend>
      <SelectField
        label={t`Policy`}
        value={policy.kind}
        options={POLICIES}
        onChange={(kind) => {
          choose({ kind });
        }}
      />
      {policy.kind === 'trim-only' && (
        <SelectField
          label={t`Take`}
          value={policy.kept}
          options={[
            { value: 'most', text: t`what most have` },
            { value: 'longest', text: t`the longest` },
            { value: 'shortest', text: t`the shortest` },
          ]}
          onChange={(kept) => {
            choose({ kept });
          }}
        />
      )}
      {policy.kind === 'word-agreement' && (
        <SelectField
          label={t`At least`}
          value={String(policy.threshold)}
          options={['0.6', '0.7', '0.8', '0.9'].map((value) => ({
            value,
            text: t`${Math.round(Number(value) * 100)}% of the words`,
          }))}
          onChange={(threshold) => {
            choose({ threshold: Number(threshold) });
          }}
        />
      )}
      {policy.kind === 'trusted' && (
        <>
          <SelectField
            label={t`Annotator`}
            value={policy.annotatorId}
            options={[
              { value: '', text: t`Choose one` },
              ...annotators.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            onChange={(annotatorId) => {
              choose({ annotatorId });
            }}
          />
          <CheckField
            label={t`Leave out what only others marked`}
            isChecked={policy.rejectsOthers}
            onChange={(rejectsOthers) => {
              choose({ rejectsOthers });
            }}
          />
        </>
      )}
      <SelectField
        label={t`Spot check`}
        value={String(policy.share)}
        options={[
          { value: '0', text: t`none` },
          { value: '0.05', text: t`5% stay open` },
          { value: '0.1', text: t`10% stay open` },
        ]}
        onChange={(share) => {
          choose({ share: Number(share) });
        }}
      />
      <p className={styles.about}>{POLICIES.find(({ value }) => value === policy.kind)?.about}</p>
    </fieldset>
  );
}

function Plan() {
  const { review } = useLaterStores();
  const { phase, failure, plan, progress } = useReview((state) => state.bulk);
  return (
    <>
      {phase === 'failed' && <Message kind="problem">{t`That could not be done. ${failure}`}</Message>}
      {(phase === 'planning' || phase === 'writing') && progress && (
        <ProgressBar
          name={phase === 'planning' ? t`Looking what it would decide` : t`Deciding`}
          progress={progress}
          onCancel={() => {
            review.getState().closeBulk();
          }}
        />
      )}
      <p role="status" className={styles.count}>
        {plan ? planInWords(plan) : phase === 'planned' ? t`Choose the annotator.` : ''}
      </p>
      {plan && plan.list.length > 0 && (
        <LongList items={plan.list} keyOf={keyOf} className={styles.list}>
          {(planned) => <PlannedRow planned={planned} />}
        </LongList>
      )}
      <PlanButtons decisions={phase === 'planned' ? (plan?.decisions ?? 0) : 0} />
    </>
  );
}

/** Does what was listed, or leaves it. */
function PlanButtons({ decisions }: { readonly decisions: number }) {
  const { review } = useLaterStores();
  const decide = useRef<HTMLButtonElement>(null);
  const isReady = decisions > 0;
  useEffect(() => {
    // Whoever opened it by a key goes on with Enter; whoever is choosing a policy goes on choosing.
    const { activeElement } = document;
    if (isReady && !(activeElement instanceof HTMLSelectElement || activeElement instanceof HTMLInputElement)) {
      decide.current?.focus();
    }
  }, [isReady]);
  return (
    <div className={styles.actions}>
      <Button
        ref={decide}
        look="primary"
        disabled={!isReady}
        onClick={() => {
          void review.getState().acceptBulk();
        }}
      >
        {isReady ? plural(decisions, 'Decide # group', 'Decide # groups') : t`Decide`}
      </Button>
      <Button
        onClick={() => {
          review.getState().closeBulk();
        }}
      >{t`Cancel`}</Button>
    </div>
  );
}

function planInWords({ decisions, articles, checked, list }: PolicyPlan): string {
  if (decisions === 0 && checked === 0) return t`It would decide nothing.`;
  const what =
    articles > 1
      ? t`It would decide ${plural(decisions, 'group')} ${plural(articles, 'in # article', 'in # articles')}.`
      : plural(decisions, 'It would decide # group.', 'It would decide # groups.');
  const sentences = [
    what,
    ...(checked > 0
      ? [plural(checked, '# group would stay open for the spot check.', '# groups would stay open for the spot check.')]
      : []),
    ...(list.length < decisions ? [t`The first ${count(list.length)} are listed.`] : []),
  ];
  return sentences.join(' ');
}

function keyOf({ key }: PlannedDecision): string {
  return key;
}

function PlannedRow({
  planned: { title, label: id, words, language, isLeftOut, attributes, links },
}: {
  readonly planned: PlannedDecision;
}) {
  const label = useSession((state) => (id === undefined ? undefined : findLabel(state.project.labelSet, id)));
  const labelSet = useSession((state) => state.project.labelSet);
  const told = [
    ...attributes.map(({ id: held, value }) => {
      const attribute = findAttribute(label, held);
      return `${attribute?.name ?? held}: ${attributeInWords(attribute, value, '')}`;
    }),
    ...links.map(({ type, words: end }) => `${linkName(labelSet, type)}: ${end}`),
  ];
  const isOne = useReview((state) => state.bulk.articleIds.length === 1);
  return (
    <div className={styles.row}>
      <span className={styles.tag}>
        {label && <LabelMark label={label} />}
        {isLeftOut ? t`Leave out` : (label?.name ?? id)}
      </span>
      <span className={styles.gold}>
        <span className={styles.words} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
          {words}
        </span>
        {told.length > 0 && <small>{withDots(told)}</small>}
      </span>
      {!isOne && (
        <span className={styles.title} dir="auto" title={title}>
          {title}
        </span>
      )}
    </div>
  );
}
