import { t } from '#language/t.ts';
import { useEffect, useRef } from 'react';
import styles from './main-nav.module.css';
import { type Route } from './route.ts';
import { SCREENS } from './screens.ts';

/** The way between screens. Where there is no room for all of them it scrolls, and the current one stays in sight. */
export function MainNav({ screen }: { readonly screen: Route['screen'] }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = nav.current!;
    // It is told of the first size, too, and of another one when a phone is turned or what stands beside it takes room.
    const sizes = new ResizeObserver(() => {
      const link = box.querySelector<HTMLElement>('[aria-current]');
      if (link) bringIntoSight(box, link);
    });
    sizes.observe(box);
    return () => {
      sizes.disconnect();
    };
  }, [screen]);
  return (
    // Nothing is done by it but what the browser does for links elsewhere.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      ref={nav}
      aria-label={t`Main`}
      className={styles.nav}
      onFocus={(event) => {
        // The browser leaves what is partly in sight where it is.
        bringIntoSight(event.currentTarget, event.target);
      }}
    >
      {SCREENS.map(({ screen: each, text, address }) => (
        <a key={each} href={address} data-name={text} aria-current={screen === each ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

/** Scrolls the box, and nothing around it, as far as it takes. */
function bringIntoSight(box: HTMLElement, link: HTMLElement): void {
  const { left, right } = box.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.left < left) box.scrollLeft -= left - place.left;
  else if (place.right > right) box.scrollLeft += place.right - right;
}
