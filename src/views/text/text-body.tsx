import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react';
import styles from './text-body.module.css';
import { drawText, type Shown, type TextDrawing } from './text-drawing.ts';
import { type TextLayout } from './text-layout.ts';

interface TextBodyProps extends Shown {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly text: string;
  readonly layout: TextLayout;
  readonly direction: 'ltr' | 'rtl' | 'auto';
  /** Text nodes may have been replaced because something was scrolled to. */
  readonly onDrawn: () => void;
}

/** The element that holds the text; what is in it is not React's. It stands before whatever measures the text. */
export function TextBody({ container, text, layout, spans, labelSet, room, tell, direction, onDrawn }: TextBodyProps) {
  const drawing = useRef<TextDrawing>(undefined);
  const first = useEffectEvent((): Shown => ({ spans, labelSet, room, tell }));
  const tellDrawn = useEffectEvent(onDrawn);
  useLayoutEffect(() => {
    drawing.current = drawText(container.current!, text, layout, first(), () => {
      tellDrawn();
    });
    return drawing.current.remove;
  }, [container, text, layout]);
  useLayoutEffect(() => {
    drawing.current!.show({ spans, labelSet, room, tell });
  }, [spans, labelSet, room, tell]);
  return <div ref={container} className={styles.text} dir={direction} data-text />;
}
