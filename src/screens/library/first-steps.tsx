import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { chordText } from '#state/keys/chord.ts';
import { useLibrary, useSample, useSession, useStores, useTour } from '#state/react.tsx';
import { beginTour } from '#state/tour/begin-tour.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { useIsTouch } from '#ui/use-is-touch.ts';
import { X } from 'lucide-react';
import styles from './first-steps.module.css';

/** What a newcomer can begin with; shown until one of it was begun, or it was sent away. */
export function FirstSteps() {
  const stores = useStores();
  const sample = useSample();
  const isNew = useTour((state) => state.phase === 'offered');
  const hasArticles = useLibrary((state) => state.phase === 'ready' && state.present().length > 0);
  const hasName = useSession((state) => state.nameAsked);
  const isTouch = useIsTouch();
  // Whoever has annotated here before knows the way.
  if (!isNew || !hasArticles || hasName) return null;
  const takeTour = (): void => {
    const articleId = beginTour(stores);
    if (articleId !== undefined) location.hash = annotateAddress(articleId);
  };
  return (
    <section aria-labelledby="first-steps" className={styles.steps}>
      <h2 id="first-steps">{t`New here?`}</h2>
      <p>
        {isTouch ? (
          t`Begin with one of these:`
        ) : (
          <>{tNodes`Paste a text on this page with ${<kbd>{chordText('Mod+V')}</kbd>} and annotate it, or begin with one of these.`}</>
        )}
      </p>
      <div className={styles.buttons}>
        <Button onClick={takeTour}>{t`Take the tour (1 minute)`}</Button>
        <LinkButton href={ADDRESSES.import}>{t`Bring your own article`}</LinkButton>
        <Button disabled={sample.isBusy} onClick={() => void sample.open()}>{t`Try with a sample project`}</Button>
        <a href={ADDRESSES.help}>{t`Help`}</a>
      </div>
      <Button
        look="icon"
        className={styles.close}
        aria-label={t`Do not show this again`}
        title={t`Do not show this again`}
        onClick={() => {
          document.querySelector<HTMLElement>('#main')?.focus();
          stores.tour.getState().dismiss();
        }}
      >
        <X size={16} aria-hidden="true" />
      </Button>
    </section>
  );
}
