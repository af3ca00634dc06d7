import { useMemo } from 'react';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { CodeGlyph, Keys } from '../../../ui';
import { shortcutCodes } from '../coding/shortcut-codes';
import { useOpenReader } from '../open/reader-context';
import styles from './panels.module.css';

const codesOf = (snapshot: SessionSnapshot) => snapshot.state.codes;

/** The codes that have a key: the four modes, and those the person gave one. */
export function ModeButtons() {
  const language = useLanguage();
  const { coding } = useOpenReader();
  const codes = useProject(codesOf);
  const shown = useMemo(() => shortcutCodes(codes), [codes]);
  return (
    <div className={styles['modes']}>
      {shown.map((code) => (
        <button key={code.id} type="button" className={styles['code']} onClick={() => coding.code(code.id)}>
          <CodeGlyph code={code} />
          <span className={styles['codeLabel']}>{labelIn(code.labels, language) || code.key}</span>
          <Keys keys={code.shortcut} />
        </button>
      ))}
    </div>
  );
}
