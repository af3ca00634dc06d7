import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodePatch } from '../../../domain/codebook/edit-code';
import { codePatterns, codeSymbols, type Code } from '../../../domain/model/codebook';
import { Checkbox, CodeGlyph, CommittedField, Select, toast, useEdited } from '../../../ui';
import styles from '../codebook.module.css';

export interface CodeLookProps {
  readonly code: Code;
  /** Says why not when a change cannot be made. */
  readonly onChange: (patch: CodePatch) => string | undefined;
}

/** Colour with symbol and pattern beside it, so that nothing rests on colour alone; and the key. */
export function CodeLook({ code, onChange }: CodeLookProps) {
  const { t } = useTranslation('codebook');
  const setFolder = (isFolder: boolean) => {
    const reason = onChange({ codable: !isFolder });
    if (reason) toast({ kind: 'problem', text: reason });
  };
  return (
    <fieldset className={styles['group']}>
      <legend>{t('look')}</legend>
      <div className={styles['lookRow']}>
        <ColorField code={code} onChange={(color) => onChange({ color })} />
        <Select
          label={t('field.symbol')}
          value={code.symbol}
          options={codeSymbols.map((symbol) => ({
            id: symbol,
            label: t(`symbol.${symbol}`),
            icon: <CodeGlyph code={{ ...code, symbol }} />,
          }))}
          onChange={(id) => {
            const symbol = codeSymbols.find((candidate) => candidate === id);
            if (symbol) onChange({ symbol });
          }}
        />
        <Select
          label={t('field.pattern')}
          value={code.pattern}
          options={codePatterns.map((pattern) => ({ id: pattern, label: t(`pattern.${pattern}`) }))}
          onChange={(id) => {
            const pattern = codePatterns.find((candidate) => candidate === id);
            if (pattern) onChange({ pattern });
          }}
        />
        <CommittedField
          label={t('field.shortcut')}
          value={code.shortcut}
          onChange={(shortcut) => onChange({ shortcut: shortcut.trim().toLowerCase() })}
        />
      </div>
      <Checkbox isSelected={!code.codable} onChange={setFolder}>
        {t('field.folder')}
      </Checkbox>
    </fieldset>
  );
}

/** The colour well gives many colours on the way to one: the change is made when it closes. */
function ColorField({ code, onChange }: { code: Code; onChange: (color: string) => void }) {
  const { t } = useTranslation('codebook');
  const id = useId();
  const [color, setColor] = useEdited(code.color);
  return (
    <div className={styles['color']}>
      <label htmlFor={id}>{t('field.color')}</label>
      <span className={styles['colorWell']}>
        <input
          id={id}
          type="color"
          value={color}
          onChange={(event) => setColor(event.target.value.toUpperCase())}
          onBlur={() => color !== code.color && onChange(color)}
        />
        <output>{color}</output>
      </span>
    </div>
  );
}
