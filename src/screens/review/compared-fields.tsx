import { t } from '#language/t.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { annotatorsWhoBegan } from '#state/library-article.ts';
import { useSession, useStores } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import styles from './compared-fields.module.css';

/** Whose layers are compared: everybody’s who has finished, unless somebody is left out here. */
export function ComparedFields({ hasWords = false }: { readonly hasWords?: boolean }) {
  const { library } = useStores();
  const { review } = useLaterStores();
  const [isShown, setShown] = useState(false);
  const choice = useReview((state) => state.choice);
  const annotators = useSession((state) => state.annotators);
  const people = useMemo(
    () => (isShown ? annotatorsWhoBegan(annotators, library.getState().articles) : []),
    [isShown, library, annotators],
  );
  const compare = (annotatorId: AnnotatorId, isCompared: boolean): void => {
    const chosen = new Set(choice.annotatorIds ?? people.map(({ id }) => id));
    if (isCompared) chosen.add(annotatorId);
    else chosen.delete(annotatorId);
    const isEverybody = people.every(({ id }) => chosen.has(id));
    void review.getState().compare({ ...choice, annotatorIds: isEverybody ? undefined : chosen });
  };
  // The choice outlasts a reload: nobody should take it for everybody’s layers.
  const words = choice.annotatorIds ? t`Who is compared: not everybody` : t`Who is compared`;
  return (
    <>
      <Button
        look={hasWords ? 'plain' : 'icon'}
        aria-label={words}
        title={words}
        onClick={() => {
          setShown(true);
        }}
      >
        <Users size={17} aria-hidden="true" />
        {hasWords && words}
      </Button>
      <Dialog
        title={t`Who is compared`}
        isOpen={isShown}
        onClose={() => {
          setShown(false);
        }}
      >
        <div className={styles.fields}>
          {people.map(({ id, name }) => (
            <CheckField
              key={id}
              label={name}
              isChecked={choice.annotatorIds?.has(id) ?? true}
              onChange={(isChecked) => {
                compare(id, isChecked);
              }}
            />
          ))}
          {people.length === 0 && <p>{t`Nobody has annotated an article yet.`}</p>}
          <CheckField
            label={t`Also layers that are in progress`}
            isChecked={choice.alsoInProgress}
            onChange={(alsoInProgress) => {
              void review.getState().compare({ ...choice, alsoInProgress });
            }}
          />
          <p
            className={styles.note}
          >{t`Who has not finished an article has not left anything out yet, and is not counted.`}</p>
        </div>
      </Dialog>
    </>
  );
}
