import { t } from '#language/t.ts';
import { type CommandAbout } from '#state/keys/command.ts';
import { useSession, useStores } from '#state/react.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { Page } from '#ui/page.tsx';
import { AboutSection } from './about-section.tsx';
import { AnnotatorsSection } from './annotators-section.tsx';
import { CopiesSection } from './copies-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { ProjectsSection } from './projects-section.tsx';
import { ReadingFields } from './reading-fields.tsx';
import styles from './settings-screen.module.css';
import { StorageSection } from './storage-section.tsx';

interface SettingsScreenProps {
  /** The commands of each screen, those of every screen included. */
  readonly scopes: readonly (readonly CommandAbout[])[];
  /** Loads the page anew once all is saved; false where something is not, and nothing was loaded. */
  readonly onReload: () => Promise<boolean>;
}

/** Who annotates, which projects there are, how it looks, which keys do what, and what the browser promises about the storage. */
export function SettingsScreen({ scopes, onReload }: SettingsScreenProps) {
  const { session } = useStores();
  const failure = useSession((state) => state.failure);
  return (
    <Page title={t`Settings`}>
      <FailureMessage text={failure} onDismiss={session.getState().forgetFailure} />
      <div className={styles.sections}>
        <AnnotatorsSection />
        <ProjectsSection />
        <section aria-labelledby="reading-heading">
          <h2 id="reading-heading">{t`Reading`}</h2>
          <ReadingFields />
        </section>
        <LanguageSection onReload={onReload} />
        <CopiesSection />
        <StorageSection />
        <KeysSection scopes={scopes} />
        <AboutSection />
      </div>
    </Page>
  );
}
