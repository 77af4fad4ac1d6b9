import { useEffect, useRef } from 'react';
import styles from './main-nav.module.css';
import { type Route } from './route.ts';
import { SCREENS } from './screens.ts';

/** The way between screens. Where there is no room for all of them it scrolls, and the current one stays in sight. */
export function MainNav({ screen }: { readonly screen: Route['screen'] }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = nav.current!;
    const link = box.querySelector<HTMLElement>('[aria-current]');
    if (!link) return;
    const [from, to] = [link.offsetLeft - box.offsetLeft, link.offsetLeft - box.offsetLeft + link.offsetWidth];
    if (from < box.scrollLeft) box.scrollLeft = from;
    else if (to > box.scrollLeft + box.clientWidth) box.scrollLeft = to - box.clientWidth;
  }, [screen]);
  return (
    <nav ref={nav} aria-label="Main" className={styles.nav}>
      {SCREENS.map(({ screen: each, text, address }) => (
        <a key={each} href={address} data-name={text} aria-current={screen === each ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
