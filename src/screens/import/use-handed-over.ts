import { ADDRESSES } from '#state/addresses.ts';
import { addressShared, pageHandedOver, queryOf, READY, textShared } from '#state/handed-over.ts';
import { useEffect, useRef, useState } from 'react';

/** A page that opened this one answers at once; so long is waited for it. */
const PATIENCE_MS = 10_000;

/** Whether something is handed over from elsewhere: a page by the bookmarklet, or a text by another app. */
export type HandingOver =
  | { readonly kind: 'nothing' | 'waiting' | 'no-page' }
  | { readonly kind: 'address'; readonly address: string };

/**
 * Takes what the address of the screen says is handed over, and gives it to `read` as a file: it is shown, and nothing of it
 * is kept before the user says so. The address is that of the screen alone afterwards.
 */
export function useHandedOver(read: (files: readonly File[]) => void): HandingOver {
  const [query] = useState(() => queryOf(location.hash));
  const [state, setState] = useState<HandingOver>(() => firstState(query));
  const readLater = useRef(read);
  useEffect(() => {
    const from = query.get('from');
    if (from === null) return;
    history.replaceState(history.state, '', ADDRESSES.import);
    const text = from === 'share' ? textShared(query) : undefined;
    if (text) readLater.current([text]);
    if (from !== 'page') return;
    const opener = window.opener as Window | null;
    if (!opener) return;
    const stop = new AbortController();
    const hear = ({ source, data }: MessageEvent): void => {
      const page = source === opener ? pageHandedOver(data) : undefined;
      if (!page) return;
      stop.abort();
      // The page has no more to do with this window.
      window.opener = null;
      setState({ kind: 'nothing' });
      readLater.current([page]);
    };
    addEventListener('message', hear, { signal: stop.signal });
    opener.postMessage(READY, '*');
    const patience = setTimeout(() => {
      setState((now) => (now.kind === 'waiting' ? { kind: 'no-page' } : now));
    }, PATIENCE_MS);
    return () => {
      clearTimeout(patience);
      stop.abort();
    };
  }, [query]);
  return state;
}

function firstState(query: URLSearchParams): HandingOver {
  const from = query.get('from');
  if (from === 'page') return { kind: window.opener ? 'waiting' : 'no-page' };
  if (from === 'share' && !textShared(query)) return { kind: 'address', address: addressShared(query) };
  return { kind: 'nothing' };
}
