import { t } from '#language/t.ts';
import { useAnnotate } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import styles from './sheet-head.module.css';
import { heightWhile, settle } from './sheet-height.ts';
import { useKeyboardHeight } from './use-keyboard-height.ts';

interface SheetHeadProps {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly isTall: boolean;
  readonly onTall: (isTall: boolean) => void;
  readonly onClose: () => void;
  /** The sheet covers more or less of the text than before, or another span is selected. */
  readonly onSettled: () => void;
}

/** The top of the sheet, by which it is dragged higher, lower or away; its buttons do the same. */
export function SheetHead({ sheet, isTall, onTall, onClose, onSettled }: SheetHeadProps) {
  const selectedId = useAnnotate((state) => state.selectedId);
  const start = useRef<{ readonly y: number; readonly height: number; readonly at: number }>(undefined);
  useKeyboardHeight();
  const tellSettled = useEffectEvent(onSettled);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      tellSettled();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [isTall, selectedId]);

  const draggedBy = (event: PointerEvent): number => (start.current ? event.clientY - start.current.y : 0);
  const release = (event: PointerEvent, isBrokenOff: boolean): void => {
    if (!start.current) return;
    const by = draggedBy(event);
    const next = settle(by, event.timeStamp - start.current.at, isTall);
    start.current = undefined;
    sheet.current?.style.removeProperty('--dragged-height');
    if (isBrokenOff || next === 'stay') return;
    if (next === 'close') onClose();
    else onTall(next === 'tall');
  };
  return (
    <div
      className={styles.head}
      data-sheet-head
      onPointerDown={(event) => {
        if (event.target instanceof Element && event.target.closest('button')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, height: sheet.current!.offsetHeight, at: event.timeStamp };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        const height = heightWhile(start.current.height, draggedBy(event));
        sheet.current?.style.setProperty('--dragged-height', `${height}px`);
      }}
      onPointerUp={(event) => {
        release(event, false);
      }}
      onPointerCancel={(event) => {
        release(event, true);
      }}
    >
      <Button
        look="icon"
        aria-expanded={isTall}
        aria-label={isTall ? t`Lower the sheet` : t`Raise the sheet`}
        onClick={() => {
          onTall(!isTall);
        }}
      >
        {isTall ? <ChevronDown size={18} aria-hidden="true" /> : <ChevronUp size={18} aria-hidden="true" />}
      </Button>
      <span className={styles.knob} aria-hidden="true" />
      <Button look="icon" aria-label={t`Close spans`} onClick={onClose}>
        <X size={18} aria-hidden="true" />
      </Button>
    </div>
  );
}
