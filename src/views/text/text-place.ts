import { createContext, type RefObject, use } from 'react';
import { type TextLayout } from './text-layout.ts';

/** Where a text is drawn, for what is drawn over it. */
export interface TextPlace {
  readonly container: RefObject<HTMLElement | null>;
  readonly layout: TextLayout;
}

/** Tells what lies over a text where the text is. */
export const TextPlaceContext = createContext<TextPlace | undefined>(undefined);

/** Where the text is that this lies over; throws outside of one. */
export function useTextPlace(): TextPlace {
  const place = use(TextPlaceContext);
  if (!place) throw new Error('this lies over no text');
  return place;
}
