import { t } from '#language/t.ts';
import { type BehindCase, type BehindSpan } from '#core/agreement/spans-behind.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { reviewAddress } from '#state/addresses.ts';
import { useSession } from '#state/react.tsx';
import { useAgreement, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { count, plural } from '#language/numbers.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { useEffect } from 'react';
import styles from './behind-dialog.module.css';
import { useNames } from './use-names.ts';

/** The spans behind a figure, each a way to its group in review. */
export function BehindDialog() {
  const { agreement } = useLaterStores();
  const behind = useAgreement((state) => state.behind);
  // Whoever follows a link is not to find the dialog open on coming back.
  useEffect(() => () => agreement.getState().closeBehind(), [agreement]);
  return (
    <Dialog title={behind?.title ?? ''} wide isOpen={behind !== undefined} onClose={agreement.getState().closeBehind}>
      {behind?.failure ? (
        <p role="alert">
          {t`The spans could not be looked up: ${behind.failure}.`}{' '}
          <Button
            onClick={() => {
              agreement.getState().closeBehind();
              void agreement.getState().compute();
            }}
          >{t`Compute again`}</Button>
        </p>
      ) : (
        <p role="status" className={styles.count}>
          {behind?.found ? countInWords(behind.found.count, behind.found.cases.length) : t`Looking…`}
        </p>
      )}
      {behind?.found && behind.found.cases.length > 0 && (
        <ol className={styles.cases}>
          {behind.found.cases.map((each, index) => (
            // Two cases may be the same one from both sides.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Case of={each} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function countInWords(all: number, listed: number): string {
  if (all === 0) return t`There is nothing behind it: annotators agree.`;
  if (listed >= all) return plural(all, '# case.', '# cases.');
  return t`${plural(all, 'case')}; the first ${count(listed)} are listed.`;
}

function Case({ of: { articleId, title, language, one, other, at } }: { readonly of: BehindCase }) {
  return (
    <>
      <a href={reviewAddress(articleId, at?.spanId, at?.annotatorId)} dir="auto">
        {title}
      </a>
      <Said of={one} language={language} />
      {other && <Said of={other} language={language} />}
    </>
  );
}

function Said({
  of: { annotatorId, span, link, value },
  language,
}: {
  readonly of: BehindSpan;
  readonly language: string;
}) {
  const names = useNames();
  const labelSet = useSession((state) => state.project.labelSet);
  const label = span && findLabel(labelSet, span.label);
  return (
    <p className={styles.said}>
      <b dir="auto">{names.annotator(annotatorId)}</b>{' '}
      {span ? (
        <>
          {label && <LabelMark label={label} />} {names.label(span.label)}:{' '}
          <span lang={language} dir="auto">
            {span.words}
          </span>
          {value !== undefined && (
            <>
              {' – '}
              <b dir="auto">{value}</b>
            </>
          )}
          {link && (
            <>
              {' – '}
              {names.linkType(link.type)} →{' '}
              <span lang={language} dir="auto">
                {link.to.words}
              </span>
            </>
          )}
        </>
      ) : (
        <i>{t`nothing`}</i>
      )}
    </p>
  );
}
