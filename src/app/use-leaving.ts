import { useStores } from '#state/react.tsx';
import { OpenDraftsContext } from '#ui/open-drafts.ts';
import { use, useEffect } from 'react';
import { isAllSaved } from './is-all-saved.ts';

/**
 * What happens when the page is hidden or left: texts that are being typed are handed on, and what is not on the disk then is
 * kept at once for the next start. The browser asks before it closes a page whose last edit is not on the disk.
 */
export function useLeaving(): void {
  const stores = useStores();
  const drafts = use(OpenDraftsContext);
  useEffect(() => {
    const { annotate, guidelines, threads, later } = stores;
    // What is only typed is not handed on yet: a write that began here would stand in the way of the one in the last moment.
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isAllSaved(stores)) event.preventDefault();
    };
    const keep = (): void => {
      drafts?.saveAll();
      for (const store of [annotate, guidelines, threads]) store.getState().keepUnsaved();
      later.here.getState().stores?.review.getState().keepUnsaved();
    };
    const onSight = (): void => {
      if (document.visibilityState === 'hidden') keep();
    };
    // Before the listeners of Dexie, which closes the connection of a page that the browser keeps for going back.
    const first = { capture: true };
    addEventListener('beforeunload', ask);
    addEventListener('pagehide', keep, first);
    document.addEventListener('visibilitychange', onSight, first);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('pagehide', keep, first);
      document.removeEventListener('visibilitychange', onSight, first);
    };
  }, [stores, drafts]);
}
