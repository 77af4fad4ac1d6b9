import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { useLaterStores, useSharing } from '#state/react-later.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { useEffect } from 'react';
import { AssignSection } from './assign-section.tsx';
import { ReturnSection } from './return-section.tsx';
import { SendSection } from './send-section.tsx';
import styles from './share-screen.module.css';

/** The files that people hand to each other: articles to annotate, finished layers to review, what came of the review. */
export function ShareScreen() {
  const { sharing } = useLaterStores();
  const failure = useSharing((state) => state.failure);
  useEffect(
    () => () => {
      sharing.getState().forget();
    },
    [sharing],
  );
  return (
    <Page
      title={t`Share`}
      lead={
        <>{tNodes`Work goes from one person to another as a file, by mail or on a shared drive; whoever gets one ${<a href={ADDRESSES.import}>{t`imports it`}</a>}. For other programs and for copies of everything there is ${<a href={ADDRESSES.export}>{t`Export`}</a>}.`}</>
      }
    >
      {failure !== '' && <Message kind="problem">{failure}</Message>}
      <div className={styles.sections}>
        <SendSection />
        <ReturnSection />
        <AssignSection />
      </div>
    </Page>
  );
}
