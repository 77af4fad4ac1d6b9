import { useEffect, useState } from 'react';
// Only its type: the code comes when it is wanted.
import type { TellEdges } from './tell-edges.ts';

/** What tells a screen reader where spans start and end; undefined where that is not wanted, and until it is loaded. */
export function useTellEdges(isWanted: boolean): TellEdges | undefined {
  const [loaded, setLoaded] = useState<{ readonly tell: TellEdges }>();
  useEffect(() => {
    if (!isWanted || loaded) return undefined;
    let isHere = true;
    import('./tell-edges.ts').then(
      ({ tellEdges }) => {
        if (isHere) setLoaded({ tell: tellEdges });
      },
      // The text can be read without, and is asked for again with the next article.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, loaded]);
  return isWanted ? loaded?.tell : undefined;
}
