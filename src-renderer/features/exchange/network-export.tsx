import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileName, saveFile } from '../../application/export';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import { codeNetwork, gexf, graphMl } from '../../domain/exchange/network';
import { labelIn } from '../../domain/model/language';
import { standardFilters } from '../../domain/profile/request';
import { useLanguage } from '../../i18n/use-language';
import { Button, Select } from '../../ui';
import styles from './exchange.module.css';
import { useFinish } from './use-finish';

const writers = { graphml: graphMl, gexf };

/** Which codes of two families are applied together, for programs that draw networks. */
export function NetworkExport() {
  const { t } = useTranslation('exchange');
  const state = useProjectState();
  const session = useSession();
  const { platform } = useServices();
  const finish = useFinish();
  const language = useLanguage();
  const families = [...state.families.values()].sort((a, b) => a.order - b.order);
  const keyOr = (wanted: string) => (families.find(({ key }) => key === wanted) ?? families[0])?.key ?? '';
  const [first, setFirst] = useState(() => keyOr('actor'));
  const [second, setSecond] = useState(() => keyOr('mode'));
  const network = useMemo(
    () => codeNetwork(state, { families: [first, second], filters: standardFilters, language }),
    [state, first, second, language],
  );
  const options = families.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) || key }));
  const save = (format: keyof typeof writers) => {
    const bytes = new TextEncoder().encode(writers[format](network));
    const name = fileName(session.info.name, `${first} ${second}`, format);
    return finish(saveFile(platform, { name, type: 'application/xml', bytes }));
  };
  return (
    <>
      <p className={styles['about']}>{t('network.text')}</p>
      <div className={styles['options']}>
        <Select label={t('network.first')} value={first} options={options} onChange={setFirst} />
        <Select label={t('network.second')} value={second} options={options} onChange={setSecond} />
      </div>
      <div className={styles['losses']} role="status">
        <p>
          {network.nodes.length === 0
            ? t('network.empty')
            : t('network.size', {
                nodes: t('network.nodes', { count: network.nodes.length }),
                edges: t('network.edges', { count: network.edges.length }),
              })}
        </p>
      </div>
      <div className={styles['foot']}>
        <Button isDisabled={network.nodes.length === 0} onPress={() => void save('gexf')}>
          {t('network.gexf')}
        </Button>
        <Button kind="primary" isDisabled={network.nodes.length === 0} onPress={() => void save('graphml')}>
          {t('network.graphml')}
        </Button>
      </div>
    </>
  );
}
