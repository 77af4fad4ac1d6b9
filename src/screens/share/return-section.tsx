import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { useLaterStores, useSharing } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { type Returnable } from '#state/sharing/share-store.ts';
import { CheckField } from '#ui/check-field.tsx';
import { plural } from '#language/numbers.ts';
import { useEffect, useState } from 'react';
import { Section } from './section.tsx';
import styles from './share-screen.module.css';
import { SaveButton, SharingMessage } from './sharing-message.tsx';

/** A file for each annotator with what became of the own layers in review. */
export function ReturnSection() {
  const { sharing } = useLaterStores();
  const projectId = useSession((state) => state.project.id);
  const reviewer = useSession((state) => state.annotatorId);
  const articles = useLibrary((state) => state.articles);
  const returnable = useSharing((state) => state.returnable);
  const [isBlind, setBlind] = useState(true);
  const [withBegun, setWithBegun] = useState(false);
  useEffect(() => {
    void sharing.getState().readReturnable();
  }, [sharing, projectId, articles]);
  const others = (returnable ?? []).filter(({ annotatorId }) => annotatorId !== reviewer);
  const hasBegun = others.some(({ begun }) => begun.length > 0);
  const rows = others.filter((each) => sizeOf(each, withBegun) > 0);
  const giveBack = (to: readonly Returnable[]): void => {
    void sharing.getState().giveBack(to, { isBlind, withBegun });
  };
  return (
    <Section
      title={t`Return`}
      about={t`After a review: a file for each annotator with their annotations, gold, and what was decided and said about them.`}
    >
      {returnable && rows.length === 0 && !hasBegun && (
        <p
          className={styles.empty}
        >{tNodes`Nothing is reviewed yet. Import what annotators send you and ${<a href={ADDRESSES.review}>{t`review`}</a>} it; finished articles can be returned here.`}</p>
      )}
      {others.length > 0 && (rows.length > 0 || hasBegun) && (
        <>
          <div className={styles.stack}>
            <CheckField
              label={t`Hide who the other annotators are: they become Annotator A, B, C, in threads and comments too`}
              isChecked={isBlind}
              onChange={setBlind}
            />
            {isBlind && (
              <p
                className={styles.hint}
              >{t`Names within messages are replaced where they are written in full. The reviewer’s name stays.`}</p>
            )}
            {hasBegun && (
              <CheckField
                label={t`Also articles whose review is not finished`}
                isChecked={withBegun}
                onChange={setWithBegun}
              />
            )}
          </div>
          {rows.length > 0 ? (
            <>
              <ReturnTable rows={rows} withBegun={withBegun} onReturn={giveBack} />
              {rows.length > 1 && (
                <div className={styles.row}>
                  <SaveButton
                    onClick={() => {
                      giveBack(rows);
                    }}
                  >
                    {plural(rows.length, 'Save all # file as ZIP', 'Save all # files as ZIP')}
                  </SaveButton>
                </div>
              )}
            </>
          ) : (
            <p
              className={styles.empty}
            >{tNodes`No article’s review is finished. ${<a href={ADDRESSES.review}>{t`Finish one`}</a>}, or tick the box above.`}</p>
          )}
        </>
      )}
      <SharingMessage what="return">{t`Each annotator imports their file and is shown the feedback.`}</SharingMessage>
    </Section>
  );
}

interface ReturnTableProps {
  readonly rows: readonly Returnable[];
  readonly withBegun: boolean;
  readonly onReturn: (to: readonly Returnable[]) => void;
}

function ReturnTable({ rows, withBegun, onReturn }: ReturnTableProps) {
  const annotators = useSession((state) => state.annotators);
  return (
    <table className={styles.people}>
      <thead>
        <tr>
          <th scope="col">{t`Annotator`}</th>
          <th scope="col">{t`Reviewed`}</th>
          <th scope="col" className={styles.number}>{t`File`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = nameOf(annotators, row.annotatorId);
          return (
            <tr key={row.annotatorId}>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td>{plural(sizeOf(row, withBegun), 'article')}</td>
              <td className={styles.number}>
                <SaveButton
                  look="plain"
                  label={t`Save the file for ${name}`}
                  onClick={() => {
                    onReturn([row]);
                  }}
                >{t`Save`}</SaveButton>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function sizeOf({ finished, begun }: Returnable, withBegun: boolean): number {
  return finished.length + (withBegun ? begun.length : 0);
}
