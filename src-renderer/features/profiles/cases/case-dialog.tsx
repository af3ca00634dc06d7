import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import { codesInOrder } from '../../../domain/codebook/tree';
import type { DatedFact } from '../../../domain/model/case';
import { labelIn } from '../../../domain/model/language';
import { caseOf, editCase } from '../../../domain/sources/case';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { useRefusalText } from '../../../i18n/use-refusal-text';
import { Button, CodeGlyph, Dialog, IconButton, Select, TextField } from '../../../ui';
import styles from '../profiles.module.css';

const NONE = 'none';
const newFact: DatedFact = {
  id: '',
  key: '',
  label: '',
  value: '',
  date: '',
  asOf: '',
  reference: '',
  codes: [],
};

/** The researcher's own classification of a country, with reasons, and dated facts with their sources. */
export function CaseDialog({ country, onClose }: { country: string; onClose: () => void }) {
  const { t } = useTranslation('profiles');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const found = caseOf(state, country);
  const [codeId, setCodeId] = useState(found?.judgement?.codeId ?? NONE);
  const [reasons, setReasons] = useState(found?.judgement?.reasons ?? '');
  const [note, setNote] = useState(found?.note ?? '');
  const sayRefusal = useRefusalText();
  const [refused, setRefused] = useState('');
  const [facts, setFacts] = useState<readonly DatedFact[]>(found?.facts ?? []);
  const modes = codesInOrder(state).filter(
    (code) => code.codable && state.families.get(code.familyId)?.key === 'mode',
  );

  const save = () => {
    const judgement = codeId === NONE ? null : { codeId, reasons };
    const kept = facts.filter(({ label, value }) => label.trim() !== '' || value.trim() !== '');
    const draft = editCase(
      session.state,
      { country, patch: { judgement, note, facts: kept } },
      session.stamp,
    );
    if (!draft.ok) return setRefused(sayRefusal(draft.error));
    void session.run(draft.value);
    onClose();
  };
  const change = (index: number, patch: Partial<DatedFact>) =>
    setFacts(facts.map((fact, at) => (at === index ? { ...fact, ...patch } : fact)));

  return (
    <Dialog
      title={t('case.dialogTitle', { country: countryName(country, language) })}
      width={1040}
      isOpen
      onClose={onClose}
      footer={
        <>
          {refused && (
            <p role="alert" className={styles['refused']}>
              {refused}
            </p>
          )}
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" onPress={save}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('case.judgement')}
        value={codeId}
        options={[
          { id: NONE, label: t('case.noJudgement') },
          ...modes.map((code) => ({
            id: code.id,
            label: labelIn(code.labels, language) || code.key,
            icon: <CodeGlyph code={code} />,
          })),
        ]}
        onChange={setCodeId}
      />
      <TextField
        label={t('case.reasons')}
        value={reasons}
        onChange={setReasons}
        rows={3}
        isDisabled={codeId === NONE}
      />
      <TextField label={t('case.note')} value={note} onChange={setNote} rows={2} />
      <div>
        <h3>{t('case.factsTitle')}</h3>
        <p className={styles['caption']}>{t('case.factsHint')}</p>
      </div>
      <div className={styles['factRows']}>
        {facts.map((fact, index) => (
          <div
            key={fact.id || `new-${index}`}
            className={styles['factRow']}
            role="group"
            aria-label={fact.label}
          >
            {(['label', 'value', 'date', 'asOf', 'reference'] as const).map((field) => (
              <TextField
                key={field}
                label={t(`fact.${field}`)}
                hideLabel={index > 0}
                value={fact[field]}
                onChange={(text) => change(index, { [field]: text })}
              />
            ))}
            <IconButton
              label={t('fact.remove', { fact: fact.label })}
              onPress={() => setFacts(facts.filter((_, at) => at !== index))}
            >
              <Trash2 />
            </IconButton>
          </div>
        ))}
      </div>
      <div>
        <Button onPress={() => setFacts([...facts, newFact])}>
          <Plus aria-hidden />
          {t('fact.add')}
        </Button>
      </div>
    </Dialog>
  );
}
