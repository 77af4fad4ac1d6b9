import { StoresContext, type Stores } from '#state/react.tsx';
import { I18nProvider } from 'react-aria-components';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';

/** The whole app over its stores. */
export function App({ stores }: { readonly stores: Stores }) {
  return (
    <StoresContext value={stores}>
      {/* The screens are in English whatever the browser speaks. */}
      <I18nProvider locale="en-US">
        <ErrorBoundary stores={stores}>
          <Shell />
        </ErrorBoundary>
      </I18nProvider>
    </StoresContext>
  );
}
