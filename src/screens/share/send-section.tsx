import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { useLaterStores } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { plural } from '#language/numbers.ts';
import { Section } from './section.tsx';
import styles from './share-screen.module.css';
import { SaveButton, SharingMessage } from './sharing-message.tsx';

/** One file with the annotator's own finished layers, for a reviewer. */
export function SendSection() {
  const { sharing } = useLaterStores();
  const annotatorId = useSession((state) => state.annotatorId);
  const name = useSession((state) => nameOf(state.annotators, state.annotatorId));
  const articles = useLibrary((state) => state.present());
  const isRead = useLibrary((state) => state.phase !== 'loading');
  const mine = articles.flatMap(({ progress }) => progress.filter((layer) => layer.annotatorId === annotatorId));
  const done = mine.filter(({ status }) => status === 'done').length;
  const begun = mine.filter(({ status }) => status === 'in-progress').length;
  return (
    <Section
      title={t`Send to review`}
      about={t`Your finished articles in one file, for whoever compares what several annotators did.`}
    >
      {isRead && done === 0 && (
        <p
          className={styles.empty}
        >{tNodes`You have not marked any article as done. ${<a href={ADDRESSES.annotate}>{t`Annotate`}</a>} one and press Ctrl+Enter, and it can be sent.`}</p>
      )}
      {done > 0 && (
        <>
          <p>
            {tNodes`${plural(done, 'article')} done by ${<bdi>{name}</bdi>}.`}
            {begun > 0 &&
              ` ${plural(begun, '# article in progress will not be in the file.', '# articles in progress will not be in the file.')}`}
          </p>
          <div className={styles.row}>
            <SaveButton onClick={() => void sharing.getState().sendToReview()}>{t`Save the file`}</SaveButton>
          </div>
        </>
      )}
      <SharingMessage what="review">{t`Send it to the reviewer, who imports it. What comes back is a file for you as well.`}</SharingMessage>
    </Section>
  );
}
