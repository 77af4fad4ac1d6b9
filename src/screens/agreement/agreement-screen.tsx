import { t } from '#language/t.ts';
import { type ReportProgress } from '#core/agreement/progress.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary } from '#state/react.tsx';
import { useAgreement, useLaterStores } from '#state/react-later.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { CancelledMessage } from '#ui/cancelled-message.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { AgreementFigures } from './agreement-figures.tsx';
import { BehindDialog } from './behind-dialog.tsx';
import { GammaSampling } from './gamma-sampling.tsx';
import { SettingsLine } from './settings-line.tsx';

const STEPS: Readonly<Record<ReportProgress['step'] | 'reading', string>> = {
  reading: t`Reading the layers`,
  spans: t`Matching spans`,
  text: t`Counting the text`,
  attributes: t`Comparing attributes`,
  gamma: t`Aligning for γ`,
  gold: t`Comparing with gold`,
  intervals: t`Computing intervals`,
};

/** How well the annotators of the project agree, and where they do not. */
export function AgreementScreen() {
  const { agreement } = useLaterStores();
  const report = useAgreement((state) => state.report);
  const isEmpty = useLibrary((state) => state.phase !== 'loading' && state.present().length === 0);
  const articles = useLibrary((state) => state.articles);
  const isLoading = useLibrary((state) => state.phase === 'loading');
  useEffect(() => {
    // Whenever the library has changed: an import may have brought other layers.
    if (!isLoading) void agreement.getState().visit();
  }, [agreement, articles, isLoading]);
  return (
    <Page
      title={t`Agreement`}
      lead={t`How well annotators agree before anything is reviewed, and where they do not. Every figure leads to the spans behind it.`}
      actions={
        <Button
          look="primary"
          disabled={!report || report.counts.articles === 0}
          onClick={() => void agreement.getState().saveReport('html')}
        >
          <Download size={16} aria-hidden="true" />
          {t`Save the report`}
        </Button>
      }
    >
      {isEmpty ? (
        <Message kind="note">
          <span>{t`There is no article yet.`}</span>
          <LinkButton href={ADDRESSES.import}>{t`Import articles`}</LinkButton>
        </Message>
      ) : (
        <>
          <SettingsLine />
          <Progress />
          <GammaSampling />
          {report && <AgreementFigures report={report} />}
        </>
      )}
      <BehindDialog />
    </Page>
  );
}

/** Says how far the figures are, or why there are none. */
function Progress() {
  const { agreement } = useLaterStores();
  const phase = useAgreement((state) => state.phase);
  const failure = useAgreement((state) => state.failure);
  const progress = useAgreement((state) => state.progress);
  const again = (): void => void agreement.getState().compute();
  if (phase === 'cancelled') {
    return (
      <CancelledMessage
        again={t`Compute them now`}
        onAgain={again}
      >{t`The figures were not computed.`}</CancelledMessage>
    );
  }
  if (failure !== '') {
    return (
      <Message kind="problem">
        <span>{phase === 'failed' ? t`The figures could not be computed. ${failure}` : failure}</span>
        <Button onClick={again}>{phase === 'failed' ? t`Try again` : t`Compute again`}</Button>
      </Message>
    );
  }
  if (phase !== 'computing') return null;
  return (
    <ProgressBar
      name={STEPS[progress?.step ?? 'reading']}
      progress={progress && { done: progress.done, total: progress.of }}
      onCancel={agreement.getState().cancel}
    />
  );
}
