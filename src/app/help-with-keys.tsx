import { HelpScreen } from '#screens/help/help-screen.tsx';
import { KeysList } from './keys-list.tsx';

/** Help with the keys of every screen, as they are now. */
export function HelpWithKeys({ section }: { readonly section: string | undefined }) {
  return <HelpScreen section={section} keys={<KeysList />} />;
}
