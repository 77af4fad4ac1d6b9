import { type CommandAbout } from '#state/keys/command.ts';
import { useSession, useStores } from '#state/react.tsx';
import { THEMES, type Theme } from '#state/session-store.ts';
import { SelectField } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { AnnotatorsSection } from './annotators-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { RenameForm } from './rename-form.tsx';
import styles from './settings-screen.module.css';
import { StorageSection } from './storage-section.tsx';

const THEME_NAMES: Readonly<Record<Theme, string>> = { system: 'As the system has it', light: 'Light', dark: 'Dark' };

interface SettingsScreenProps {
  /** Every command that has keys, for they are made elsewhere. */
  readonly commands: readonly CommandAbout[];
}

/** Who annotates, what the project is called, how it looks, which keys do what, and what the browser promises about the storage. */
export function SettingsScreen({ commands }: SettingsScreenProps) {
  const { session } = useStores();
  const theme = useSession((state) => state.theme);
  const project = useSession((state) => state.project);
  return (
    <Page title="Settings">
      <div className={styles.sections}>
        <AnnotatorsSection />
        <section aria-labelledby="project-heading">
          <h2 id="project-heading">Project</h2>
          <RenameForm
            key={project.name}
            label="Name of the project"
            name={project.name}
            onRename={(name) => session.getState().renameProject(name)}
          />
        </section>
        <section aria-labelledby="look-heading">
          <h2 id="look-heading">Appearance</h2>
          <SelectField
            label="Colours"
            value={theme}
            options={THEMES.map((value) => ({ value, text: THEME_NAMES[value] }))}
            onChange={(next) => void session.getState().setTheme(next)}
          />
        </section>
        <KeysSection commands={commands} />
        <StorageSection />
      </div>
    </Page>
  );
}
