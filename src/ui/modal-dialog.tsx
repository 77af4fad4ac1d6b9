import { t } from '#language/t.ts';
import { type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { X } from 'lucide-react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { InLanguage } from './in-language.tsx';

export interface ModalDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** What ui/dialog.tsx shows while it is open. */
export function ModalDialog({ title, onClose, children, wide = false }: ModalDialogProps) {
  const change = (open: boolean): void => {
    if (!open) onClose();
  };
  return (
    <InLanguage>
      <ModalOverlay isOpen onOpenChange={change} isDismissable className={styles.overlay ?? ''}>
        <Modal className={`${styles.modal} ${wide ? styles.wide : ''}`}>
          <AriaDialog className={styles.dialog ?? ''}>
            <header className={styles.header}>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <Button look="icon" aria-label={t`Close`} onClick={onClose}>
                <X size={18} aria-hidden="true" />
              </Button>
            </header>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </InLanguage>
  );
}
