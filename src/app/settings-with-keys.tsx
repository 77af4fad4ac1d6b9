import { SettingsScreen } from '#screens/settings/settings-screen.tsx';
import { KEY_SCOPES } from './key-scopes.ts';
import { useReload } from './use-reload.ts';

/** Settings with the keys of every screen. */
export function SettingsWithKeys() {
  const reload = useReload();
  return <SettingsScreen scopes={KEY_SCOPES} onReload={reload} />;
}
