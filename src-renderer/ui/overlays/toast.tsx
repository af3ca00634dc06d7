import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../controls/button';
import styles from './toast.module.css';

export interface ToastContent {
  readonly text: string;
  /** Problems stay until they are read; news goes away by itself. */
  readonly kind?: 'news' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Toast extends ToastContent {
  readonly id: number;
}

const NEWS_MILLISECONDS = 8_000;
let toasts: readonly Toast[] = [];
let counter = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something in the corner of the window; screen readers hear it too. Out: takes it away again. */
export function toast(content: ToastContent): () => void {
  const id = ++counter;
  publish([...toasts.slice(-3), { ...content, id }]);
  if (content.kind !== 'problem') setTimeout(() => dismiss(id), NEWS_MILLISECONDS);
  return () => dismiss(id);
}

function dismiss(id: number) {
  publish(toasts.filter((item) => item.id !== id));
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function ToastRegion() {
  const { t } = useTranslation('common');
  const items = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section
      className={styles['region']}
      aria-label={t('notifications')}
      // Stays readable and in reach while a dialog makes everything else inert.
      data-react-aria-top-layer
    >
      <div role="status" aria-live="polite">
        {items.map((item) => (
          <div key={item.id} className={styles['toast']}>
            <span className={styles['text']}>{item.text}</span>
            {item.action && (
              <Button
                onPress={() => {
                  dismiss(item.id);
                  item.action?.run();
                }}
              >
                {item.action.label}
              </Button>
            )}
            <IconButton label={t('dismiss')} onPress={() => dismiss(item.id)}>
              <X />
            </IconButton>
          </div>
        ))}
      </div>
    </section>
  );
}
