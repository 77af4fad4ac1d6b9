import { useEverywhere } from '#state/react.tsx';
import { type ComponentProps, lazy, Suspense } from 'react';

const EverywhereDialog = lazy(async () => ({ default: (await import('./everywhere-dialog.tsx')).EverywhereDialog }));

/** The dialog with other mentions of a span’s words, which is loaded when it is first asked for. */
export function EverywhereIfAsked(props: ComponentProps<typeof EverywhereDialog>) {
  const isAsked = useEverywhere((state) => state.phase !== 'closed');
  if (!isAsked) return null;
  return (
    <Suspense fallback={null}>
      <EverywhereDialog {...props} />
    </Suspense>
  );
}
