import { t } from '#language/t.ts';
import { READY_MADE_LABEL_SETS } from '#core/labels/ready-made-label-sets.ts';
import { useLabels, useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';
import styles from './labels-screen.module.css';

/** Label sets to start from. */
export function ReadyMadeSection() {
  const { labels } = useLaterStores();
  const isUnused = useLabels((state) => state.uses.size === 0);
  // The empty one has nothing to add to what is in use.
  const offered = READY_MADE_LABEL_SETS.filter(({ labelSet }) => isUnused || labelSet.labels.length > 0);
  return (
    <section aria-labelledby="ready-made-heading" className={styles.below}>
      <h2 id="ready-made-heading">{t`Ready-made label sets`}</h2>
      <p className={styles.hint}>
        {isUnused
          ? t`Nothing is marked yet: the one you choose takes the place of the present labels.`
          : t`The labels of the one you choose are added to those you have.`}
      </p>
      <ul className={styles.cards}>
        {offered.map(({ id, name, description }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p>{description}</p>
            <Button
              aria-label={t`Use ${name}`}
              onClick={() => {
                labels.getState().choose(id);
              }}
            >{t`Use`}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
