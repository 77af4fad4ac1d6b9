import { type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type LanguageId } from '#language/languages.ts';
import { spoken } from '#language/spoken.ts';

/** The locales that vite.config.ts keeps of React Aria’s own texts. */
const REACT_ARIA: Readonly<Record<LanguageId, string>> = { en: 'en-US', de: 'de-DE', ar: 'ar-AE' };

/** What React Aria says by itself is in the language of the screens, whatever the browser speaks. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={REACT_ARIA[spoken().language.id]}>{children}</I18nProvider>;
}
