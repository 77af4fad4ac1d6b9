import { useReading, useStores } from '#state/react.tsx';
import { useEffect } from 'react';

/** True while the look of texts is shown in its corner; it goes away with the screen that it was asked for on. */
export function useReadingPanel(screen: string): boolean {
  const { reading } = useStores();
  useEffect(
    () => () => {
      reading.getState().showPanel(false);
    },
    [reading, screen],
  );
  return useReading((state) => state.isPanelOpen);
}
