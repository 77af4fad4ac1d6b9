import { type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

/** What React Aria says by itself is in English, as the screens are, whatever the browser speaks. */
export function InEnglish({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale="en-US">{children}</I18nProvider>;
}
