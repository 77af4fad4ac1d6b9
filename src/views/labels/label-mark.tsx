import { type Label, type LabelSet, lineOf } from '#core/labels/label-set.ts';
import { createContext, use } from 'react';
import styles from './label-mark.module.css';

/** Gives the marks below it the label set, which decides on the lines that tell labels where there are no colours. */
export const MarkedLabelSet = createContext<LabelSet>({ labels: [], linkTypes: [] });

interface LabelMarkProps {
  readonly label: Pick<Label, 'channel' | 'tone'> & Partial<Pick<Label, 'id'>>;
}

/** A small swatch that draws a label as the text does: its channel tells it apart without its colour. */
export function LabelMark({ label: { id, channel, tone } }: LabelMarkProps) {
  const labelSet = use(MarkedLabelSet);
  const line = id === undefined ? 0 : lineOf(labelSet, { id, channel });
  return (
    <span
      className={`${styles.mark} ${styles[channel]}`}
      data-tone={tone}
      data-line={line === 0 ? undefined : line}
      aria-hidden="true"
    />
  );
}
