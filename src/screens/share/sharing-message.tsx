import { t } from '#language/t.ts';
import { useLaterStores, useSharing } from '#state/react-later.tsx';
import { type Sharing } from '#state/sharing/share-store.ts';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Download } from 'lucide-react';
import { type ReactNode } from 'react';

type What = Exclude<Sharing, { kind: 'idle' }>['what'];

interface SaveButtonProps {
  readonly look?: 'primary' | 'plain';
  /** Where the words on it do not say whose file it is. */
  readonly label?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Makes a file and saves it. It keeps the focus while the file is made. */
export function SaveButton({ look = 'primary', label, onClick, children }: SaveButtonProps) {
  const isMaking = useSharing((state) => state.sharing.kind === 'making');
  return (
    <Button
      look={look}
      aria-label={label}
      aria-disabled={isMaking}
      onClick={() => {
        if (!isMaking) onClick();
      }}
    >
      <Download size={16} aria-hidden="true" />
      {children}
    </Button>
  );
}

interface SharingMessageProps {
  readonly what: What;
  /** What to do with the file that was saved. */
  readonly children: ReactNode;
}

/** How far the file is that was asked for here, and what came of it. */
export function SharingMessage({ what, children }: SharingMessageProps) {
  const { sharing: store } = useLaterStores();
  const sharing = useSharing((state) => state.sharing);
  if (sharing.kind === 'idle' || sharing.what !== what) return null;
  switch (sharing.kind) {
    case 'making':
      return (
        <ProgressBar
          name={t`Making the file`}
          progress={sharing.progress}
          onCancel={() => {
            store.getState().cancel();
          }}
        />
      );
    case 'saved':
      return (
        <Message kind="done">
          <p role="status">
            {t`Saved as ${sharing.fileName}.`} {children}
          </p>
        </Message>
      );
    case 'failed':
      return <Message kind="problem">{t`The file could not be made. ${sharing.message}`}</Message>;
  }
}
