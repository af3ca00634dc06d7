import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepProject, readProjectFile } from '../../../application/project-file';
import { renameProject } from '../../../application/projects';
import type { ExchangeFailure, ReadProject } from '../../../application/ports/exchange';
import type { InputFile } from '../../../application/ports/platform';
import type { ProjectSummary } from '../../../application/ports/storage';
import { useServices } from '../../../application/react/context';
import type { PositionConvention } from '../../../domain/exchange/refi/positions/convention';
import type { PositionVerdict } from '../../../domain/exchange/refi/positions/detect';
import { projectInfo } from '../../../domain/model/project';
import { importedNames } from '../../../i18n/exchange-words';
import { useFailureToast } from '../use-project-actions';

export type Overrides = ReadonlyMap<string, PositionConvention>;

/** A file that was read and waits for the person's word. */
export interface Preview {
  readonly kind: 'preview';
  readonly file: InputFile;
  readonly read: ReadProject;
  /** Documents about which the person is asked, as the first reading had them. */
  readonly doubtful: readonly PositionVerdict[];
  readonly overrides: Overrides;
  /** Being read once more, or kept, from which there is no way back. */
  readonly busy: 'reading' | 'keeping' | null;
  /** Projects that are here, so that names stay apart. */
  readonly present: readonly ProjectSummary[];
}

export type Opening =
  | {
      readonly kind: 'reading';
      readonly file: InputFile;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'failed'; readonly file: InputFile; readonly failure: ExchangeFailure }
  | Preview;

const unreadable: ExchangeFailure = { kind: 'unreadable', params: {} };

/** A project file on its way in: read, looked at, and kept when the person says so; until then nothing is. */
export function useOpenFile(onOpen: (projectId: string) => void) {
  const { t } = useTranslation('projects');
  const services = useServices();
  const tellFailure = useFailureToast();
  const [opening, setOpening] = useState<Opening | null>(null);
  const task = useRef<AbortController>(null);

  const stop = useCallback(() => {
    task.current?.abort();
    task.current = null;
    setOpening(null);
  }, []);
  useEffect(() => () => task.current?.abort(), []);

  /** Reads; null when the person has turned away meanwhile. */
  const read = useCallback(
    async (file: InputFile, overrides: Overrides, onProgress: (done: number, total: number) => void) => {
      task.current?.abort();
      const own = new AbortController();
      task.current = own;
      const watch = {
        signal: own.signal,
        onProgress: (done: number, total: number) => {
          if (!own.signal.aborted) onProgress(done, total);
        },
      };
      try {
        const result = await readProjectFile(services, file, { names: importedNames(t), overrides }, watch);
        return own.signal.aborted ? null : result;
      } catch (error) {
        if (own.signal.aborted) return null;
        console.error(error);
        return { ok: false, error: unreadable } as const;
      }
    },
    [services, t],
  );

  const start = useCallback(
    async (file: InputFile) => {
      setOpening({ kind: 'reading', file, done: 0, total: 0 });
      const result = await read(file, new Map(), (done, total) =>
        setOpening({ kind: 'reading', file, done, total }),
      );
      if (!result) return;
      if (!result.ok) return setOpening({ kind: 'failed', file, failure: result.error });
      const doubtful = result.value.verdicts.filter(({ weak }) => weak);
      const present = await presentProjects(services.storage);
      setOpening({
        kind: 'preview',
        file,
        read: result.value,
        doubtful,
        overrides: new Map(),
        busy: null,
        present,
      });
    },
    [read, services],
  );

  const choose = useCallback(
    async (preview: Preview, overrides: Overrides) => {
      setOpening({ ...preview, overrides, busy: 'reading' });
      const result = await read(preview.file, overrides, () => undefined);
      if (!result) return;
      if (result.ok) setOpening({ ...preview, overrides, read: result.value, busy: null });
      else setOpening({ kind: 'failed', file: preview.file, failure: result.error });
    },
    [read],
  );

  const keep = useCallback(
    async (preview: Preview, name: string) => {
      setOpening({ ...preview, busy: 'keeping' });
      try {
        const kept = await keepProject(services, preview.read);
        if (kept.ok) {
          if (name !== projectInfo(preview.read.content.state).name) {
            const renamed = await renameProject(services, kept.value, name);
            if (!renamed.ok) tellFailure(renamed.error.kind);
          }
          setOpening(null);
          return onOpen(kept.value);
        }
        tellFailure(kept.error.kind);
      } catch (error) {
        console.error(error);
        tellFailure('storage');
      }
      setOpening({ ...preview, busy: null });
    },
    [services, onOpen, tellFailure],
  );

  return { opening, start, stop, choose, keep };
}

/** Names only help to tell projects apart, so that a list that cannot be read stops nobody. */
async function presentProjects(storage: {
  listProjects(): Promise<readonly ProjectSummary[]>;
}): Promise<readonly ProjectSummary[]> {
  try {
    return (await storage.listProjects()).filter(({ deletedAt }) => deletedAt === null);
  } catch (error) {
    console.error(error);
    return [];
  }
}
