import { useMemo } from 'react';

/** True where a finger points, as it was when the part that asks was first drawn. */
export function useIsTouch(): boolean {
  return useMemo(() => matchMedia('(pointer: coarse)').matches, []);
}
