import { t } from '#language/t.ts';
import { RescueScreen } from '#screens/rescue/rescue-screen.tsx';
import { canChooseFolder, chooseFolder, mayWriteTo } from '#platform/choose-folder.ts';
import { download } from '#platform/download.ts';
import { createRescueStore } from '#state/rescue/rescue-store.ts';
import { createRescue } from '#workers/rescue.ts';

/** The rescue screen in the place of the app, which is not started: no database is opened here. */
export function rescueScreen() {
  const folders = { canChoose: canChooseFolder, choose: chooseFolder, mayWrite: mayWriteTo };
  document.title = `${t`Rescue`} · Spanmark`;
  return <RescueScreen store={createRescueStore({ rescue: createRescue(), folders, download })} />;
}
