import { removeSetting } from '#storage/settings.ts';
import { putAtOnce, UNSAVED } from '#storage/unsaved.ts';
import { type Dependencies } from './dependencies.ts';

/** Keeps one thing for the next start in the last moment of a page. */
export interface UnsavedKeeper {
  /** Keeps what is not on the disk yet, in place of what was kept before. */
  readonly keep: (value: unknown) => void;
  /** Forgets what was kept, if anything: a page that was only hidden has saved it after all. */
  readonly forget: () => void;
}

/** `kind` begins the name of the setting, which is another one in every page. */
export function createUnsavedKeeper(
  { database, newId }: Pick<Dependencies, 'database' | 'newId'>,
  kind: string,
): UnsavedKeeper {
  let key = '';
  return {
    keep: (value) => {
      key ||= `${UNSAVED}${kind} ${newId()}`;
      putAtOnce(database, [{ key, value }]);
    },
    forget: () => {
      if (key === '') return;
      void removeSetting(database, key).catch(() => undefined);
      key = '';
    },
  };
}
