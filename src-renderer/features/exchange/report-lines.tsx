import { useTranslation } from 'react-i18next';
import type { Message } from '../../domain/model/message';
import styles from './exchange.module.css';

/** Messages of a report, a line each, below a heading; nothing where there are none. */
export function ReportLines({ title, messages }: { title: string; messages: readonly Message[] }) {
  const { t } = useTranslation('exchange-report');
  if (messages.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {messages.map(({ key, params }, index) => (
          <li key={index}>{t(key, params)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is lost, or that nothing is; announced when it changes. */
export function Losses({ messages, none }: { messages: readonly Message[]; none: string }) {
  const { t } = useTranslation('exchange');
  return (
    <div className={styles['losses']} role="status">
      {messages.length === 0 ? <p>{none}</p> : <ReportLines title={t('lossesTitle')} messages={messages} />}
    </div>
  );
}
