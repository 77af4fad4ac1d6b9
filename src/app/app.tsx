import { StoresContext, type Stores, useSession } from '#state/react.tsx';
import { createOpenDrafts, OpenDraftsContext } from '#ui/open-drafts.ts';
import { MarkedLabelSet } from '#views/labels/label-mark.tsx';
import { type ReactNode, useState } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';
import { type Versions } from './versions.ts';

/** The whole app over its stores. */
export function App({ stores, versions }: { readonly stores: Stores; readonly versions: Versions }) {
  const [drafts] = useState(createOpenDrafts);
  return (
    <StoresContext value={stores}>
      <OpenDraftsContext value={drafts}>
        <ErrorBoundary stores={stores}>
          <WithMarks>
            <Shell versions={versions} />
          </WithMarks>
        </ErrorBoundary>
      </OpenDraftsContext>
    </StoresContext>
  );
}

/** Labels have the same marks on every screen as in the text. */
function WithMarks({ children }: { readonly children: ReactNode }) {
  const labelSet = useSession((state) => state.project.labelSet);
  return <MarkedLabelSet value={labelSet}>{children}</MarkedLabelSet>;
}
