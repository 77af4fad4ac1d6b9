import { type Outcome } from '#core/review/feedback.ts';
import { ArrowLeftRight, Check, Clock, Link2, Plus, SlidersHorizontal, Tag, X } from 'lucide-react';
import styles from './outcome-mark.module.css';

const MARKS = {
  kept: { Icon: Check, look: 'good' },
  boundary: { Icon: ArrowLeftRight, look: 'changed' },
  label: { Icon: Tag, look: 'changed' },
  attributes: { Icon: SlidersHorizontal, look: 'changed' },
  links: { Icon: Link2, look: 'changed' },
  'left-out': { Icon: X, look: 'bad' },
  missed: { Icon: Plus, look: 'bad' },
  waiting: { Icon: Clock, look: 'waiting' },
} as const;

/** A sign for an outcome, besides its name: the shape tells it as the colour does. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const { Icon, look } = MARKS[outcome];
  return <Icon size={15} className={styles[look]} aria-hidden="true" />;
}
