import { t } from '#language/t.ts';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type Stores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { Component, type ReactNode } from 'react';
import styles from './start-failure.module.css';

interface ErrorBoundaryProps {
  readonly stores: Stores;
  readonly children: ReactNode;
}

/** Catches a bug that broke the screen: says so, and offers what is open and all that is stored as files. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override readonly state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const { annotate, library, transfer } = this.props.stores;
    return (
      <main className={styles.place}>
        <h1>{t`Spanmark stopped`}</h1>
        <Message kind="problem">
          <p>{t`This is a fault of the program, not of your work: every edit that was shown as saved is on this device. (${error instanceof Error ? error.message : t`unknown`})`}</p>
          <Button
            look="primary"
            onClick={() => {
              location.reload();
            }}
          >{t`Reload`}</Button>
          {annotate.getState().phase === 'open' && (
            <Button
              onClick={() => void annotate.getState().downloadFromMemory()}
            >{t`Download the open article`}</Button>
          )}
          <Button
            onClick={() => {
              const { prepareExport, download } = transfer.getState();
              const prepare = async () => {
                await library.getState().whenRead();
                const articleIds = new Set(library.getState().articles.map(({ id }) => id));
                return prepareExport({ articleIds, whose: EVERYONE, withLogs: true });
              };
              void prepare().then(download);
            }}
          >{t`Download the whole project`}</Button>
        </Message>
      </main>
    );
  }
}
