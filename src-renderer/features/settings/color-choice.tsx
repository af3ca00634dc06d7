import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { coderColors } from '../../domain/coders/coders';
import styles from './settings.module.css';

export interface ColorChoiceProps {
  readonly label: string;
  /** #RRGGBB */
  readonly value: string;
  readonly onChange: (color: string) => void;
}

/** The colours of coders by name; a colour that came with the project stays on offer. */
export function ColorChoice({ label, value, onChange }: ColorChoiceProps) {
  const { t } = useTranslation('settings');
  const colors = coderColors.some((color) => color === value) ? coderColors : [...coderColors, value];
  return (
    <RadioGroup value={value} onChange={onChange} orientation="horizontal" className={styles['field'] ?? ''}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['swatches']}>
        {colors.map((color) => (
          <Radio
            key={color}
            value={color}
            className={styles['swatch'] ?? ''}
            aria-label={t(`colors.${color}`, { defaultValue: color })}
          >
            <span style={{ background: color }} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
