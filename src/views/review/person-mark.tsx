import { type PersonLook, type PersonShape } from './person-look.ts';
import styles from './person-mark.module.css';

const PATHS: Readonly<Record<PersonShape, string>> = {
  circle: 'M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z',
  diamond: 'M5 0l5 5l-5 5l-5-5Z',
  triangle: 'M5 .8l4.7 8.4H.3Z',
  square: 'M1 1h8v8H1Z',
  star: 'M5 0l1.5 3.4l3.5.4l-2.6 2.5l.7 3.7L5 8.1L1.9 10l.7-3.7L0 3.8l3.5-.4Z',
  hexagon: 'M5 0l4.4 2.5v5L5 10L.6 7.5v-5Z',
  cross: 'M3.5 0h3v3.5H10v3H6.5V10h-3V6.5H0v-3h3.5Z',
  drop: 'M5 0c2 3 4 4 4 6.2A3.9 3.9 0 0 1 5 10a3.9 3.9 0 0 1-4-3.8C1 4 3 3 5 0Z',
};

/** A person's letter and shape. */
export function PersonMark({ look: { letter, shape } }: { readonly look: PersonLook }) {
  return (
    <span className={styles.person}>
      {letter}
      {shape && (
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d={PATHS[shape]} />
        </svg>
      )}
    </span>
  );
}
