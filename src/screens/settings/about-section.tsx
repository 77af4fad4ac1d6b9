import { t } from '#language/t.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { lazy, Suspense, useState } from 'react';
import styles from './settings-screen.module.css';

const Licences = lazy(async () => ({ default: (await import('./licences.tsx')).Licences }));

/** What the app is made of. */
export function AboutSection() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="about-heading">
      <h2 id="about-heading">{t`About Spanmark`}</h2>
      <p>{t`It is free software, and so is everything that it is made of.`}</p>
      <div className={styles.row}>
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >{t`Show the licences`}</Button>
      </div>
      <Dialog
        title={t`Licences`}
        isOpen={isOpen}
        wide
        onClose={() => {
          setOpen(false);
        }}
      >
        <Suspense fallback={null}>
          <Licences />
        </Suspense>
      </Dialog>
    </section>
  );
}
