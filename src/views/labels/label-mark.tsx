import { type Label } from '#core/labels/label-set.ts';
import styles from './label-mark.module.css';

/** A small swatch that draws a label as the text does: its channel tells it apart without its colour. */
export function LabelMark({ label }: { readonly label: Pick<Label, 'channel' | 'tone'> }) {
  return <span className={`${styles.mark} ${styles[label.channel]}`} data-tone={label.tone} aria-hidden="true" />;
}
