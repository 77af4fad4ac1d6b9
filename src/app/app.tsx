import { StoresContext, type Stores } from '#state/react.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';

/** The whole app over its stores. */
export function App({ stores }: { readonly stores: Stores }) {
  return (
    <StoresContext value={stores}>
      <ErrorBoundary stores={stores}>
        <Shell />
      </ErrorBoundary>
    </StoresContext>
  );
}
