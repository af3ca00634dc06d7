import { Fragment } from 'react';
import { cellText, type PaperDocument, type PaperTable } from '../../../domain/agreement/paper/document';
import { sentenceGap } from '../../../domain/agreement/paper/paper';
import styles from './paper.module.css';

/** The document as it is saved, on the page. */
export function PaperPreview({ document, label }: { document: PaperDocument; label: string }) {
  const { language, title, paragraphs, tables, referencesTitle, references } = document;
  return (
    <article className={styles['sheet']} aria-label={label} lang={language}>
      <h2>{title}</h2>
      {paragraphs.map((sentences, i) => (
        <p key={i}>
          {sentences.map(({ text, isGap }, j) => (
            <Fragment key={j}>
              {j > 0 && sentenceGap(language)}
              {isGap ? <mark className={styles['gap']}>{text}</mark> : text}
            </Fragment>
          ))}
        </p>
      ))}
      {tables.map((table) => (
        <PreviewTable key={table.key} table={table} language={language} />
      ))}
      {references.length > 0 && (
        <>
          <h3>{referencesTitle}</h3>
          <ul className={styles['references']} lang="en">
            {references.map((entry) => (
              <li key={entry}>{entry}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function PreviewTable({ table, language }: { table: PaperTable; language: PaperDocument['language'] }) {
  const numbers = table.columns.map(({ kind }) => (kind === 'text' ? undefined : styles['number']));
  return (
    <div className={styles['table']} tabIndex={0} role="group" aria-label={table.title}>
      <table>
        <caption>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, label }, i) => (
              <th key={key} scope="col" className={numbers[i]}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {cellText(cell, language)}
                  </th>
                ) : (
                  <td key={i} className={numbers[i]}>
                    {cellText(cell, language)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.notes.length > 0 && (
        <p className={styles['notes']}>
          {table.notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      )}
    </div>
  );
}
