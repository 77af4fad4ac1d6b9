import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { useStores, useTransfer } from '#state/react.tsx';
import { type NearArticle, type PreparedFile, type ReadFile } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { SmallSelect } from '#ui/field.tsx';
import { plural } from '#language/numbers.ts';
import { directionOf } from '#core/text/direction.ts';
import { useEffect, useRef } from 'react';
import styles from './article-draft.module.css';
import { DraftForm } from './draft-form.tsx';
import { encodingsWith } from './encodings.ts';

interface ArticleDraftProps {
  readonly file: PreparedFile;
  readonly reading: ReadFile & { readonly kind: 'article' };
  /** Without the start of its text, where there are many. */
  readonly isShort: boolean;
  readonly isOpen: boolean;
  /** Another file before it has the same text. */
  readonly isTwin: boolean;
  readonly onOpen: (handle: number, isOpen: boolean) => void;
}

/** An article that was read: what is known of it and how it begins, or a form with all of it to be changed. */
export function ArticleDraft({ file, reading, isShort, isTwin, isOpen, onOpen }: ArticleDraftProps) {
  const { handle, isHere, comesBack } = file;
  const near = useTransfer((state) => state.near.get(handle));
  const fault = useTransfer((state) => state.faults.get(handle) ?? '');
  const change = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // The button that closed the form goes with it.
    if (wasOpen.current && !isOpen) change.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <>
      {isHere && (
        <p>
          <b>{t`This text is in the library already: importing it changes nothing.`}</b>
        </p>
      )}
      {comesBack && (
        <p>
          <b>{t`This text was taken out of the library: importing it puts it back, with its layers.`}</b>
        </p>
      )}
      {isTwin && (
        <p>
          <b>{t`Another of these files has the same text: it comes in once.`}</b>
        </p>
      )}
      {near && !isHere && !isTwin && <p className={styles.near}>{nearInWords(near)}</p>}
      {reading.encoding !== undefined && <EncodingChoice file={file} encoding={reading.encoding} />}
      {file.book && <BookChoice book={file.book} title={reading.fileName} />}
      {isOpen ? (
        <DraftForm key={`${handle} ${reading.encoding ?? ''}`} handle={handle} onClose={() => onOpen(handle, false)} />
      ) : (
        <>
          <Facts reading={reading} />
          {(!isShort || reading.encoding !== undefined) && <Start reading={reading} />}
          {fault !== '' && <p className={styles.fault}>{fault}</p>}
          <div>
            <Button
              ref={change}
              aria-label={t`Read and change “${reading.article.title}”`}
              onClick={() => {
                onOpen(handle, true);
              }}
            >{t`Read and change`}</Button>
          </div>
        </>
      )}
    </>
  );
}

function nearInWords({ title, isHere, share }: NearArticle): string {
  const percent = Math.floor(share * 100);
  return isHere
    ? t`Nearly the same as “${title}” in the library (${percent} % of its words).`
    : t`Nearly the same as “${title}” among these files (${percent} % of its words).`;
}

function Facts({ reading }: Pick<ArticleDraftProps, 'reading'>) {
  const { title, author, source, date, language } = reading.article;
  return (
    <dl className={styles.facts}>
      <dt>{t`Title`}</dt>
      <dd dir="auto">{title}</dd>
      {author !== '' && (
        <>
          <dt>{t`Author`}</dt>
          <dd dir="auto">{author}</dd>
        </>
      )}
      <dt>{t`Source`}</dt>
      <dd dir="auto">{source}</dd>
      <dt>{t`Date`}</dt>
      <dd>{date === '' ? t`not given` : date}</dd>
      <dt>{t`Language`}</dt>
      <dd>{language === 'und' ? t`not known` : language}</dd>
      <dt>{t`Length`}</dt>
      <dd>{plural(reading.length, 'character')}</dd>
    </dl>
  );
}

function Start({ reading: { article, start, length } }: Pick<ArticleDraftProps, 'reading'>) {
  return (
    // It scrolls, and the keyboard must be able to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.text} dir={directionOf(article.language)} tabIndex={0} aria-label={t`Start of the text`}>
      {start}
      {length > start.length && '…'}
    </pre>
  );
}

/** The bytes do not say what they are; whoever can read the text sees whether the guess is right. */
function EncodingChoice({ file, encoding }: { readonly file: PreparedFile; readonly encoding: string }) {
  const { transfer } = useStores();
  return (
    <div className={styles.choice}>
      <p>{tNodes`The file does not say how its letters are encoded. ${<b>{t`Look whether they are right:`}</b>}`}</p>
      <SmallSelect
        name={t`Encoding of ${file.reading.fileName}`}
        value={encoding}
        options={encodingsWith(encoding)}
        onChange={(chosen) => void transfer.getState().choose(file.handle, { encoding: chosen })}
      />
    </div>
  );
}

interface BookChoiceProps {
  readonly book: NonNullable<PreparedFile['book']>;
  readonly title: string;
}

/** Focus stays: the list begins with the same book, whatever it is made of. */
function BookChoice({ book, title }: BookChoiceProps) {
  const { transfer } = useStores();
  const { id, parts, isWhole } = book;
  return (
    <div className={styles.choice}>
      <p>
        {isWhole
          ? plural(parts, 'A book of # part, as one article.', 'A book of # parts, as one article.')
          : plural(parts, 'One of # part of a book.', 'One of # parts of a book.')}
      </p>
      <SmallSelect
        name={t`What becomes of the book ${title}`}
        value={isWhole ? 'whole' : 'parts'}
        options={[
          { value: 'parts', text: t`An article for each part` },
          { value: 'whole', text: t`The whole book as one article` },
        ]}
        onChange={(chosen) => void transfer.getState().bindBook(id, chosen === 'whole')}
      />
    </div>
  );
}
