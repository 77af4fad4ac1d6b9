import { type CommandAbout } from '#state/keys/command.ts';
import { useSession, useStores } from '#state/react.tsx';
import { THEMES, type Theme } from '#state/session-store.ts';
import { FailureMessage } from '#ui/failure-message.tsx';
import { SelectField } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { AnnotatorsSection } from './annotators-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { ProjectsSection } from './projects-section.tsx';
import styles from './settings-screen.module.css';
import { StorageSection } from './storage-section.tsx';

const THEME_NAMES: Readonly<Record<Theme, string>> = { system: 'As the system has it', light: 'Light', dark: 'Dark' };

interface SettingsScreenProps {
  /** Every command that has keys, for they are made elsewhere. */
  /** The commands of each screen, those of every screen included. */
  readonly scopes: readonly (readonly CommandAbout[])[];
}

/** Who annotates, which projects there are, how it looks, which keys do what, and what the browser promises about the storage. */
export function SettingsScreen({ scopes }: SettingsScreenProps) {
  const { session } = useStores();
  const theme = useSession((state) => state.theme);
  const failure = useSession((state) => state.failure);
  return (
    <Page title="Settings">
      <FailureMessage text={failure} onDismiss={session.getState().forgetFailure} />
      <div className={styles.sections}>
        <AnnotatorsSection />
        <ProjectsSection />
        <section aria-labelledby="look-heading">
          <h2 id="look-heading">Appearance</h2>
          <SelectField
            label="Colours"
            value={theme}
            options={THEMES.map((value) => ({ value, text: THEME_NAMES[value] }))}
            onChange={(next) => void session.getState().setTheme(next)}
          />
        </section>
        <KeysSection scopes={scopes} />
        <StorageSection />
      </div>
    </Page>
  );
}
