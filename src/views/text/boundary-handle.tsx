import { type CSSProperties } from 'react';
import styles from './boundary-handle.module.css';
import { type BoundaryHandleProps, useDraggedEdge } from './use-dragged-edge.ts';

/** Drags one edge of the selected words or span. The keyboard moves edges by Shift and Ctrl+Shift with the arrows. */
export function BoundaryHandle(props: BoundaryHandleProps) {
  const { edge, side } = props;
  const { dragged, takes, click } = useDraggedEdge(props);
  const box = dragged?.box ?? props.box;
  return (
    <>
      {dragged?.preview.map((part) => (
        <span key={`${part.left} ${part.top}`} className={styles.preview} style={part} aria-hidden="true" />
      ))}
      <span
        className={`${styles.handle} ${edge === 'from' ? styles.start : styles.end} ${styles[side]}`}
        style={{ left: box.left, top: box.top, height: box.height }}
        aria-hidden="true"
        data-handle={edge}
        {...takes}
      />
      <span
        className={`${styles.grip} ${styles[side]}`}
        style={{ '--at': `${box.left}px`, top: box.top + box.height } as CSSProperties}
        aria-hidden="true"
        data-grip={edge}
        {...takes}
        onClick={click}
      />
    </>
  );
}
