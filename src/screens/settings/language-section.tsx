import { LANGUAGES } from '#language/languages.ts';
import { t } from '#language/t.ts';
import { hasTextsOf, keepLanguageChoice, type LanguageChoice, languageChoice } from '#state/language-choice.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Message } from '#ui/message.tsx';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import styles from './settings-screen.module.css';

interface LanguageSectionProps {
  /** Loads the page anew once all is saved; false where something is not, and nothing was loaded. */
  readonly onReload: () => Promise<boolean>;
  /** Whether the texts of a choice can be loaded. */
  readonly hasTexts?: typeof hasTextsOf;
}

/** The language of the screens. Articles, labels and files stay as they are. */
export function LanguageSection({ onReload, hasTexts = hasTextsOf }: LanguageSectionProps) {
  const [inUse] = useState(languageChoice);
  const [choice, setChoice] = useState(inUse);
  const [problem, setProblem] = useState('');
  const options: readonly { readonly value: LanguageChoice; readonly text: string }[] = [
    { value: 'browser', text: t`As the browser has it` },
    ...LANGUAGES.map(({ id, name }) => ({ value: id, text: name })),
  ];
  const use = async (): Promise<void> => {
    if (!(await hasTexts(choice, navigator.languages))) {
      setProblem(t`The texts of this language could not be loaded. See whether there is a network, then try again.`);
    } else if (!keepLanguageChoice(choice)) {
      setProblem(t`This browser keeps no settings for this page, so the language cannot be changed.`);
    } else if (!(await onReload())) {
      keepLanguageChoice(inUse);
      setProblem(t`The last change is not saved yet, so the page was not loaded anew.`);
    }
  };
  return (
    <section aria-labelledby="language-heading">
      <h2 id="language-heading" className={styles.language}>
        <Languages size={18} aria-hidden="true" />
        {/* Whoever cannot read the language in use finds the place by its English name. */}
        {t`Language`}
        {t`Language` !== 'Language' && <span lang="en">{'(Language)'}</span>}
      </h2>
      {problem !== '' && <Message kind="problem">{problem}</Message>}
      <div className={styles.row}>
        <SelectField label={t`Language of the screens`} value={choice} options={options} onChange={setChoice} />
        <Button aria-disabled={choice === inUse} onClick={() => void (choice === inUse || use())}>{t`Use it`}</Button>
      </div>
      <p
        className={styles.hint}
      >{t`The page is loaded anew for it. Articles, labels and what is exported stay as they are.`}</p>
    </section>
  );
}
