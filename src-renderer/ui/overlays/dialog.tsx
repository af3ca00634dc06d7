import { X } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../controls/button';
import { classes } from '../classes';
import styles from './overlays.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Width in CSS pixels. */
  readonly width?: number;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  /** Whether it stays when something beside it is pressed, since much would be lost with it. */
  readonly isSteadfast?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog: focus stays inside and goes back to where it was; Escape closes it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  width,
  footer,
  role = 'dialog',
  isSteadfast = false,
  children,
}: DialogProps) {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog' && !isSteadfast}
      className={styles['scrim'] ?? ''}
    >
      <Modal
        className={styles['modal'] ?? ''}
        style={width ? ({ '--dialog-width': `${width}px` } as CSSProperties) : {}}
      >
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <header className={styles['dialogHeader']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t('close')} onPress={onClose}>
              <X />
            </IconButton>
          </header>
          <div className={styles['dialogBody']}>{children}</div>
          {footer && <footer className={styles['dialogFooter']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that takes things away. The safe answer has the focus. */
export function ConfirmDialog({ title, confirm, isOpen, onConfirm, onClose, children }: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('cancel')}
          </Button>
          <Button
            kind="primary"
            onPress={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

/** A frame for palettes: no title bar, near the top of the window. */
export function PaletteFrame({
  label,
  isOpen,
  onClose,
  children,
}: {
  label: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={classes(styles['scrim'], styles['scrimTop'])}
    >
      <Modal className={styles['modal'] ?? ''} style={{ '--dialog-width': '620px' } as CSSProperties}>
        <AriaDialog aria-label={label} className={styles['dialog'] ?? ''}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
