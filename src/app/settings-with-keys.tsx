import { SettingsScreen } from '#screens/settings/settings-screen.tsx';
import { KEY_SCOPES } from './key-scopes.ts';

/** Settings with the keys of every screen. */
export function SettingsWithKeys() {
  return <SettingsScreen scopes={KEY_SCOPES} />;
}
