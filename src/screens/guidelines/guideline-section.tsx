import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { GUIDELINE_LIMITS, type LabelGuideline } from '#core/project/guidelines.ts';
import { useStores } from '#state/react.tsx';
import { LabelGuidelineText } from '#views/guidelines/label-guideline-text.tsx';
import { Markdown } from '#views/markdown/markdown.tsx';
import { type ReactNode, useDeferredValue, useEffect, useId, useRef } from 'react';
import { ExampleList } from './example-list.tsx';
import styles from './guideline-section.module.css';
import { useDraft } from '#ui/use-draft.ts';

interface GuidelineSectionProps {
  readonly name: string;
  readonly heading: ReactNode;
  readonly description?: string;
  readonly guideline: Pick<LabelGuideline, 'text' | 'examples'>;
  /** Undefined for what holds in general. */
  readonly label: LabelId | undefined;
  readonly isEditing: boolean;
  /** True where the address names it: its text is brought into sight and has the focus. */
  readonly isSought?: boolean;
}

/** One part of the guidelines: as it reads, or with a field for its text and its examples to be changed. */
export function GuidelineSection({
  name,
  heading,
  description,
  guideline,
  label,
  isEditing,
  isSought = false,
}: GuidelineSectionProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isSought) return;
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, [isSought]);
  const isEmpty = guideline.text.trim() === '' && guideline.examples.length === 0;
  return (
    <section ref={section} className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {description && <p className={styles.description}>{description}</p>}
      {isEditing ? (
        <>
          <TextWithPreview name={name} text={guideline.text} label={label} />
          {label !== undefined && <ExampleList label={label} examples={guideline.examples} />}
        </>
      ) : (
        <LabelGuidelineText guideline={guideline} under={2} />
      )}
      {!isEditing && isEmpty && <p className={styles.empty}>{t`Nothing is written here yet.`}</p>}
    </section>
  );
}

interface TextWithPreviewProps {
  readonly name: string;
  readonly text: string;
  readonly label: LabelId | undefined;
}

function TextWithPreview({ name, text, label }: TextWithPreviewProps) {
  const { guidelines } = useStores();
  const id = useId();
  const draft = useDraft(text, (typed) => {
    guidelines.getState().writeText(label, typed);
  });
  // A long text takes time to draw: typing goes first.
  const shown = useDeferredValue(draft.value);
  return (
    <div className={styles.columns}>
      <div className={styles.field}>
        <label htmlFor={id}>{t`Text`}</label>
        <textarea
          id={id}
          aria-label={t`Text: ${name}`}
          data-guideline
          dir="auto"
          rows={6}
          maxLength={GUIDELINE_LIMITS.text}
          placeholder={t`Markdown: **important**, - list, > quotation, [link](https://…)`}
          value={draft.value}
          onChange={(event) => {
            draft.type(event.target.value);
          }}
          onBlur={draft.leave}
        />
      </div>
      <div className={styles.field} role="group" aria-label={t`Preview: ${name}`}>
        <span aria-hidden="true" className={styles.caption}>{t`Preview`}</span>
        <div className={styles.preview}>
          {shown.trim() === '' ? (
            <p className={styles.empty}>{t`Nothing is written here yet.`}</p>
          ) : (
            <Markdown text={shown} under={2} />
          )}
        </div>
      </div>
    </div>
  );
}
