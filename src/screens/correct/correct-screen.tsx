import { t } from '#language/t.ts';
import { UnopenedArticle } from '#views/articles/unopened-article.tsx';
import { type ArticleId } from '#core/project/project.ts';
import { type TextRange } from '#core/text/range.ts';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { hasDraft } from '#state/correction/correction-state.ts';
import { useCorrection, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { directionOf } from '#core/text/direction.ts';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { CarriedDetails } from './carried-details.tsx';
import { changeInWords } from './change-in-words.ts';
import styles from './correct-screen.module.css';
import { OthersSpans, UnplacedSpans } from './unplaced-spans.tsx';

/** The text of an article to be corrected, and what becomes of the spans on it. */
export function CorrectScreen({ articleId }: { readonly articleId: ArticleId }) {
  const { correction } = useLaterStores();
  const phase = useCorrection((state) => state.phase);
  const failure = useCorrection((state) => state.failure);
  const title = useCorrection((state) => state.article.title);
  const field = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState<TextRange>();
  useEffect(() => {
    void correction.getState().open(articleId);
    return () => {
      correction.getState().close();
    };
  }, [correction, articleId]);

  if (phase === 'missing' || phase === 'failed') {
    return <UnopenedArticle failure={phase === 'missing' ? '' : failure} libraryAddress={ADDRESSES.library} />;
  }
  return (
    <Page title={t`Correct the text`} lead={phase !== 'opening' && <Lead title={title} />}>
      {(phase === 'open' || phase === 'saving') && (
        <div className={styles.columns}>
          <TextField field={field} onSelect={setSelected} />
          <div className={styles.side}>
            <Summary />
            <UnplacedSpans selected={selected} />
            <CarriedDetails />
            <OthersSpans />
            <Ending field={field} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Lead({ title }: { readonly title: string }) {
  return (
    <>
      <b dir="auto">{title}</b>
      <br />
      {t`The corrected text becomes a new article with all spans that have a place in it. The earlier one is taken out of the library with everything on it, and can be put back.`}
    </>
  );
}

interface TextFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onSelect: (selected: TextRange | undefined) => void;
}

function TextField({ field, onSelect }: TextFieldProps) {
  const { correction } = useLaterStores();
  const id = useId();
  const draft = useCorrection((state) => state.draft);
  const { language } = useCorrection((state) => state.article);
  const isSaving = useCorrection((state) => state.phase === 'saving');
  const latest = useRef(onSelect);
  useEffect(() => {
    latest.current = onSelect;
  });
  useEffect(() => {
    // React's own event misses selections that are not made by mouse or key, such as by touch handles.
    const look = (): void => {
      if (!field.current || document.activeElement !== field.current) return;
      const { value, selectionStart, selectionEnd } = field.current;
      const hasWords = value.slice(selectionStart, selectionEnd).trim() !== '';
      latest.current(hasWords ? { from: selectionStart, to: selectionEnd } : undefined);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
    };
  }, [field]);
  return (
    <div className={styles.text}>
      <label htmlFor={id}>{t`Text`}</label>
      <textarea
        ref={field}
        id={id}
        lang={language === 'und' ? undefined : language}
        dir={directionOf(language)}
        readOnly={isSaving}
        spellCheck={false}
        value={draft}
        onChange={(event) => {
          correction.getState().type(event.target.value);
        }}
      />
    </div>
  );
}

/** What the correction does, in one line that is read out when it changes. */
function Summary() {
  const preview = useCorrection((state) => state.preview);
  const problem = preview?.problem ?? 'same';
  return (
    <p className={styles.summary} role="status" aria-label={t`What the correction does`}>
      {problem === 'same' && t`Nothing is changed yet.`}
      {problem === 'empty' && t`The text is empty.`}
      {problem === 'too-long' && t`The text is longer than an article can be.`}
      {problem === 'none' && preview && `${changeInWords(preview)}.`}
    </p>
  );
}

/** What was left from an earlier time or refused, and the ways out. */
function Ending({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { correction } = useLaterStores();
  const articleId = useCorrection((state) => state.article.id);
  const failure = useCorrection((state) => state.failure);
  const isFromBefore = useCorrection((state) => state.isFromBefore);
  const isChanged = useCorrection(hasDraft);
  const [discarded, setDiscarded] = useState<string>();
  const isDiscarded = discarded !== undefined && !isChanged;
  const save = async (): Promise<void> => {
    const fresh = await correction.getState().save();
    if (fresh !== undefined) location.hash = annotateAddress(fresh);
  };
  return (
    <div className={styles.ending}>
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      {isFromBefore && isChanged && (
        <Message kind="note">{t`This is what you typed before. It was not saved yet.`}</Message>
      )}
      {isDiscarded && (
        <Message kind="note">
          {t`The draft is discarded.`}
          <Button
            onClick={() => {
              correction.getState().type(discarded);
              field.current?.focus();
            }}
          >{t`Take it back`}</Button>
        </Message>
      )}
      <div className={styles.actions}>
        <Button look="primary" onClick={() => void save()}>{t`Save the correction`}</Button>
        <Button
          onClick={() => {
            location.hash = annotateAddress(articleId);
          }}
        >{t`Cancel`}</Button>
        {isChanged && (
          <Button
            look="quiet"
            onClick={() => {
              setDiscarded(correction.getState().draft);
              void correction.getState().discard();
              // The button goes with the draft.
              field.current?.focus();
            }}
          >{t`Discard draft`}</Button>
        )}
      </div>
      {isChanged && <p className={styles.hint}>{t`What you typed is kept here until you save or discard it.`}</p>}
    </div>
  );
}
