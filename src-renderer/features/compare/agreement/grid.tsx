import { Button } from 'react-aria-components';
import styles from './agreement.module.css';

/** One cell; every word of it comes ready. */
export interface GridCell {
  readonly text: string;
  readonly description: string;
  /** How dark it is, 0…1: how far coders differ; null where there is nothing to say. */
  readonly strength: number | null;
  readonly onOpen?: (() => void) | undefined;
}

export interface GridProps {
  readonly label: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly cells: readonly GridCell[];
  }[];
}

/** Figures of two things crossed, tinted where coders differ; cells open their passages. */
export function Grid({ label, corner, columns, rows }: GridProps) {
  return (
    <div className={styles['tableBox']}>
      <table className={`${styles['table'] ?? ''} ${styles['grid'] ?? ''}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles['number']}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles['rowName']}>
                {row.label}
              </th>
              {row.cells.map((cell, at) => (
                <td key={columns[at]} className={styles['number']}>
                  <Button
                    className={styles['cell'] ?? ''}
                    aria-label={cell.description}
                    isDisabled={!cell.onOpen}
                    onPress={() => cell.onOpen?.()}
                    style={
                      cell.strength === null
                        ? {}
                        : {
                            background: `color-mix(in srgb, var(--ink) ${Math.round(4 + cell.strength * 26)}%, transparent)`,
                          }
                    }
                  >
                    {cell.text}
                  </Button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
