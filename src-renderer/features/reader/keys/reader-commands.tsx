import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { useCommands, type Command } from '../../../ui';
import { shortcutCodes } from '../coding/shortcut-codes';
import { useOpenReader, type OpenReader } from '../open/reader-context';
import { commandKeys, panelKeys } from './reader-keys';

const codesOf = (snapshot: SessionSnapshot) => snapshot.state.codes;
const none: readonly Command[] = [];

/** Offers everything the reader does as commands. Paused while a dialog of the reader is open. */
export function ReaderCommands({ isPaused }: { isPaused: boolean }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const open = useOpenReader();
  const codes = useProject(codesOf);
  const { reader, coding, find, openPalette, openFind, openMemo, panels, aside } = open;

  const actions = useMemo(
    () => actionsOf({ reader, coding, find, openPalette, openFind, openMemo }),
    [reader, coding, find, openPalette, openFind, openMemo],
  );
  const commands = useMemo<readonly Command[]>(() => {
    const names = Object.keys(commandKeys) as (keyof typeof commandKeys)[];
    const own = names.map((name): Command => {
      const section = name.startsWith('find') ? 'edit' : 'code';
      return {
        id: `reader.${name}`,
        section,
        label: t(`command.${name}`),
        keys: commandKeys[name],
        run: actions[name],
      };
    });
    const shown = (['sources', 'inspector'] as const).map((name): Command => ({
      id: `reader.${name}`,
      section: 'view',
      label: t(panels[name].label),
      keys: [panelKeys[name]],
      run: panels[name].toggle,
    }));
    const folding: Command[] = aside
      ? [{ id: 'reader.aside', section: 'view', label: t(aside.label), run: aside.toggle }]
      : [];
    // Last, so that a key that the person gave a code means that code.
    const keyed = shortcutCodes(codes).map((code): Command => ({
      id: `reader.code.${code.id}`,
      section: 'code',
      label: t('command.code', { code: labelIn(code.labels, language) || code.key }),
      keys: [code.shortcut],
      run: () => coding.code(code.id),
    }));
    return [...own, ...shown, ...folding, ...keyed];
  }, [t, actions, codes, language, coding, panels, aside]);
  useCommands(isPaused ? none : commands);
  return null;
}

type Tools = Pick<OpenReader, 'reader' | 'coding' | 'find' | 'openPalette' | 'openFind' | 'openMemo'>;

function actionsOf({
  reader,
  coding,
  find,
  openPalette,
  openFind,
  openMemo,
}: Tools): Record<keyof typeof commandKeys, () => void> {
  return {
    palette: openPalette,
    repeat: () => coding.repeat(),
    unsure: () => coding.toggleUnsure(),
    stance: () => coding.nextStance(),
    memo: openMemo,
    remove: () => coding.remove(),
    merge: () => coding.merge(),
    nextSegment: () => reader.goToSegment('forward'),
    previousSegment: () => reader.goToSegment('backward'),
    selectWord: () => reader.grow('word'),
    selectSentence: () => reader.grow('sentence'),
    selectParagraph: () => reader.grow('paragraph'),
    extendEnd: () => coding.resizeBy('end', 'forward'),
    shrinkEnd: () => coding.resizeBy('end', 'backward'),
    extendStart: () => coding.resizeBy('start', 'backward'),
    shrinkStart: () => coding.resizeBy('start', 'forward'),
    find: openFind,
    findNext: () => find.step('forward'),
    findPrevious: () => find.step('backward'),
  };
}
