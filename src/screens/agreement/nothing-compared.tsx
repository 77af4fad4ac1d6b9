import { t } from '#language/t.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useSample } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';

/** Why there is nothing to compare, and what can be done about it. */
export function NothingCompared({ report: { progress, changedSince, method } }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const sample = useSample();
  const choose = agreement.getState().choose;
  if (progress.length < 2) {
    return (
      <Message kind="note">
        <span>
          {progress.length === 0
            ? t`Nobody has annotated an article yet.`
            : t`Only one annotator has annotated anything.`}{' '}
          {t`Agreement needs two: import what others have exported.`}
        </span>
        <LinkButton href={ADDRESSES.import}>{t`Import annotations`}</LinkButton>{' '}
        <Button disabled={sample.isBusy} onClick={() => void sample.open()}>{t`Try with a sample project`}</Button>
      </Message>
    );
  }
  if (changedSince.length > 0) {
    return (
      <Message kind="note">
        <span>{t`All that could be compared was changed after review had begun, so it may not be independent any more.`}</span>
        <Button onClick={() => void choose({ includesChangedSince: true })}>{t`Compare it all the same`}</Button>
      </Message>
    );
  }
  return (
    <Message kind="note">
      <span>{t`No article has been finished by two annotators yet. Whoever has nothing left to mark in one presses “Mark as done” there.`}</span>
      {!method.settings.includesInProgress && (
        <Button onClick={() => void choose({ includesInProgress: true })}>{t`Compare layers in progress too`}</Button>
      )}
    </Message>
  );
}
