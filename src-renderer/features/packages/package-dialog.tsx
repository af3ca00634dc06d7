import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writePackage } from '../../application/packages';
import { saveProjectFile } from '../../application/project-file';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import { makePackage, nextRound, recodeName, type MadePackage } from '../../domain/coders/packages';
import { labelIn } from '../../domain/model/language';
import type { CodingPackage } from '../../domain/model/collaboration';
import { refiWords } from '../../i18n/exchange-words';
import { useLanguage } from '../../i18n/use-language';
import { useRefusalText } from '../../i18n/use-refusal-text';
import { Button, Checkbox, Dialog, Progress, Segmented, Select, TextField, toast } from '../../ui';
import styles from './packages.module.css';
import { SourceChoice } from './source-choice';
import { useSources } from './use-sources';

const NEW = 'new';

/** A package for a second coder, or for a blind recode of one's own, from the choice of sources to its file. */
export function PackageDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('packages');
  const language = useLanguage();
  const sayRefusal = useRefusalText();
  const session = useSession();
  const services = useServices();
  const state = useProjectState();
  const sources = useSources();
  const me = state.coders.get(session.coderId);
  const families = [...state.families.values()].sort((a, b) => a.order - b.order);
  const [purpose, setPurpose] = useState<CodingPackage['purpose']>('second-coder');
  const [round, setRound] = useState(String(nextRound(state)));
  const [typedName, setTypedName] = useState<string>();
  const [who, setWho] = useState(NEW);
  const [typedCoder, setTypedCoder] = useState<string>();
  const [familyIds, setFamilyIds] = useState<readonly string[]>(() =>
    families.filter(({ enabled }) => enabled).map(({ id }) => id),
  );
  const [frozen, setFrozen] = useState(true);
  const [refused, setRefused] = useState<string>();
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const isRecode = purpose === 'recode';
  const name = typedName ?? t(`name.${purpose}`, { round });
  const numbered = (of: string, number: number) => t('recodeCoder', { name: of, number });
  const coderName = typedCoder ?? (isRecode && me ? recodeName(state, me.name, numbered) : '');
  const others = [...state.coders.values()].filter(
    ({ id }) => id !== session.coderId && id !== session.info.agreedCoderId,
  );
  const isNew = isRecode || who === NEW;

  const write = async (made: MadePackage) => {
    const controller = new AbortController();
    running.current = controller;
    setShare(0);
    const wishes = { target: 'default' as const, language, words: refiWords(t) };
    const written = await writePackage(session, services, made, wishes, {
      signal: controller.signal,
      onProgress: (done, total) => setShare(done / Math.max(1, total)),
    });
    if (controller.signal.aborted) return;
    setShare(null);
    if (!written.ok)
      return setRefused(t(`exchange-report:failure.write.${written.error.kind}`, written.error.params));
    const saved = await saveProjectFile(services, written.value);
    if (!saved.ok) return setRefused(t(`exchange:failure.${saved.error.kind}`));
    if (saved.value === 'cancelled') return;
    const kept = await session.run(made.draft);
    if (!kept.ok) return;
    toast({ text: t('made', { count: made.pack.sourceIds.length, name: made.pack.name }) });
    onClose();
  };
  const submit = () => {
    if (!sources.chosen.ok) return setRefused(sayRefusal(sources.chosen.error));
    const { sourceIds, sampling } = sources.chosen.value;
    const made = makePackage(session.state, session.stamp, {
      name,
      round: /^\d+$/.test(round.trim()) ? Number(round) : 0,
      purpose,
      coder: isNew ? { kind: 'new', name: coderName } : { kind: 'known', coderId: who },
      sourceIds,
      familyIds,
      frozen,
      sampling,
    });
    if (!made.ok) return setRefused(sayRefusal(made.error));
    setRefused(undefined);
    void write(made.value);
  };

  return (
    <Dialog
      title={t('title')}
      width={680}
      isOpen
      isSteadfast
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" isDisabled={share !== null} onPress={submit}>
            {t('make')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={styles['about']}>{t(`about.${purpose}`)}</p>
        <Segmented
          label={t('purpose')}
          value={purpose}
          onChange={(next) => {
            setPurpose(next);
            setTypedCoder(undefined);
          }}
          options={(['second-coder', 'recode'] as const).map((id) => ({ id, label: t(`purposes.${id}`) }))}
        />
        <SourceChoice sources={sources} />
        <fieldset className={styles['checks']}>
          <legend>{t('families')}</legend>
          {families.map((family) => (
            <Checkbox
              key={family.id}
              isSelected={familyIds.includes(family.id)}
              onChange={(on) =>
                setFamilyIds(on ? [...familyIds, family.id] : familyIds.filter((id) => id !== family.id))
              }
            >
              {labelIn(family.labels, language) || family.key}
            </Checkbox>
          ))}
        </fieldset>
        <Checkbox isSelected={frozen} onChange={setFrozen}>
          {t('frozen')}
        </Checkbox>
        <section className={styles['part']} aria-labelledby="package-coder">
          <h3 id="package-coder">{t('coder.title')}</h3>
          <div className={styles['row']}>
            {!isRecode && others.length > 0 && (
              <Select
                label={t('coder.who')}
                value={who}
                onChange={setWho}
                options={[
                  { id: NEW, label: t('coder.new') },
                  ...others.map((coder) => ({ id: coder.id, label: coder.name })),
                ]}
              />
            )}
            {isNew && <TextField label={t('coder.name')} value={coderName} onChange={setTypedCoder} />}
          </div>
        </section>
        <div className={styles['row']}>
          <TextField label={t('packageName')} value={name} onChange={setTypedName} />
          <TextField label={t('round')} value={round} onChange={setRound} />
        </div>
        {share !== null && <Progress label={t('writing')} value={share} />}
        {refused && (
          <p className={styles['refused']} role="alert">
            {refused}
          </p>
        )}
      </div>
    </Dialog>
  );
}
