import { useStores } from '#state/react.tsx';
import { OpenDraftsContext } from '#ui/open-drafts.ts';
import { use } from 'react';
import { reloadWithPlace, whenAllSaved } from './reload-with-place.ts';

/**
 * Loads the page anew after what is being typed was handed on and saved, `first` done between. False where something cannot be
 * saved; then the page stays.
 */
export function useReload(): (first?: () => Promise<void>) => Promise<boolean> {
  const stores = useStores();
  const drafts = use(OpenDraftsContext);
  return async (first) => {
    drafts?.saveAll();
    if (!(await whenAllSaved(stores))) return false;
    await first?.();
    reloadWithPlace(stores);
    return true;
  };
}
