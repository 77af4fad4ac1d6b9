import { type AgreementReport } from '#core/agreement/report.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';

/** Why there is nothing to compare, and what can be done about it. */
export function NothingCompared({ report: { progress, changedSince, method } }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const choose = agreement.getState().choose;
  if (progress.length < 2) {
    return (
      <Message kind="note">
        <span>
          {progress.length === 0
            ? 'Nobody has annotated an article yet.'
            : 'Only one annotator has annotated anything.'}{' '}
          Agreement needs two: import what others have exported.
        </span>
        <LinkButton href={ADDRESSES.import}>Import annotations</LinkButton>
      </Message>
    );
  }
  if (changedSince.length > 0) {
    return (
      <Message kind="note">
        <span>
          All that could be compared was changed after review had begun, so it may not be independent any more.
        </span>
        <Button onClick={() => void choose({ includesChangedSince: true })}>Compare it all the same</Button>
      </Message>
    );
  }
  return (
    <Message kind="note">
      <span>
        No article has been finished by two annotators yet. Whoever has nothing left to mark in one presses “Mark as
        done” there.
      </span>
      {!method.settings.includesInProgress && (
        <Button onClick={() => void choose({ includesInProgress: true })}>Compare layers in progress too</Button>
      )}
    </Message>
  );
}
