import { packageState } from '../../../src-renderer/domain/coders/package-content';
import { coderLike } from '../../../src-renderer/domain/coders/coders';
import {
  makePackage,
  nextRound,
  recodeName,
  type PackageCoder,
} from '../../../src-renderer/domain/coders/packages';
import { chooseSources, type SampleWish } from '../../../src-renderer/domain/coders/sampling';
import { applyChanges } from '../../../src-renderer/domain/history/state';
import type { Stratum } from '../../../src-renderer/domain/model/collaboration';
import { projectInfo, type ProjectState } from '../../../src-renderer/domain/model/project';
import type { Refusal } from '../../../src-renderer/domain/model/refusal';
import type { Result } from '../../../src-renderer/domain/model/result';
import { chosen, oneFile, outFile, wholeNumber } from '../ask';
import type { Call, Command } from '../command';
import { Failed, WrongUsage } from '../failure';
import { list } from '../project/agreement-input';
import { familyNamed } from '../project/find';
import { readProject } from '../project/read';
import { stamp } from '../project/stamp';
import { writeProject } from '../project/write';
import { refusalText, say } from '../text';

const strataNamed: Readonly<Record<'country' | 'type' | 'language', Stratum>> = {
  country: 'country',
  type: 'documentType',
  language: 'language',
};
const strataNames = ['country', 'type', 'language'] as const;

export const packageCommand: Command = {
  name: 'package',
  files: 'P.qdpx',
  options: {
    coder: { value: 'NAME', about: 'package-coder' },
    sample: { value: 'N|P%', about: 'sample' },
    stratify: { value: 'PARTS', about: 'stratify', repeated: true },
    seed: { value: 'S', about: 'seed' },
    families: { value: 'FAMILIES', about: 'package-families', repeated: true },
    freeze: { value: '', about: 'freeze' },
    recode: { value: '', about: 'recode' },
    out: { value: 'Q.qdpx', about: 'out' },
  },
  run: async (call) => {
    const [file, out, sample] = [oneFile(call), outFile(call), sampleOf(call)];
    const isRecode = call.has('recode');
    if (!isRecode && call.one('coder') === undefined) throw new WrongUsage(say('wrong.package-coder'));
    const { state, texts, files } = (await readProject(file)).content;
    const all = [...state.sources.values()];
    const { sourceIds, sampling, strata } = done(chooseSources(all, all.length, sample));
    const families = familiesOf(call, state);
    const round = nextRound(state);
    const purpose = isRecode ? 'recode' : 'second-coder';
    const { pack, draft } = done(
      makePackage(state, stamp, {
        ...{ name: say(`package.${purpose}`, { round }), round, purpose, sourceIds, sampling },
        coder: coderOf(call, state),
        familyIds: families.map(({ id }) => id),
        frozen: call.has('freeze'),
      }),
    );
    const given = packageState(applyChanges(state, draft.changes), pack);
    const within = <T>(bodies: ReadonlyMap<string, T>) =>
      new Map([...bodies].filter(([id]) => given.sources.has(id)));
    await writeProject(call, out, { state: given, texts: within(texts), files: within(files), log: [] });
    const sources = [...given.sources.values()].map((source) => ({
      ...{ id: source.id, title: source.title, country: source.country },
      ...{ type: source.documentType, language: source.language },
    }));
    const { name, frozen, coderId } = pack;
    return {
      json: {
        ...{ out, name, round, purpose, coder: given.coders.get(coderId)?.name, frozen },
        ...{ families: families.map(({ key }) => key), sampling, strata, sources },
      },
      table: () => ({
        columns: ['title', 'country', 'type', 'language'],
        rows: sources.map(({ title, country, type, language }) => [title, country, type, language]),
      }),
    };
  },
};

function sampleOf(call: Call): SampleWish | null {
  const given = call.one('sample');
  const parts = list(call, 'stratify') ?? [];
  if (given === undefined) {
    if (parts.length > 0 || call.has('seed')) throw new WrongUsage(say('wrong.no-sample'));
    return null;
  }
  const [, digits, percent] = /^(\d+)(%?)$/.exec(given.trim()) ?? [];
  if (digits === undefined) throw new WrongUsage(say('wrong.sample', { value: given }));
  return {
    size: Number(digits),
    unit: percent === '%' ? 'percent' : 'number',
    seed: wholeNumber(call, 'seed', 1),
    strata: [...new Set(parts)].map((part) => strataNamed[chosen('stratify', part, strataNames)]),
  };
}

/** A coder of the project by name, or somebody new; of a recode somebody new in the name of the coder at work. */
function coderOf(call: Call, state: ProjectState): PackageCoder {
  const { currentCoderId } = projectInfo(state);
  const own = state.coders.get(currentCoderId)?.name ?? '';
  const numbered = (name: string, number: number) => say('package.recodeCoder', { name, number });
  const name = call.one('coder') ?? recodeName(state, own, numbered);
  const known = call.has('recode') ? undefined : coderLike(state, name);
  return known ? { kind: 'known', coderId: known.id } : { kind: 'new', name };
}

function familiesOf(call: Call, state: ProjectState) {
  const named = list(call, 'families');
  if (named) return named.map((name) => familyNamed(state, name));
  return [...state.families.values()].filter(({ enabled }) => enabled);
}

function done<T>(result: Result<T, Refusal<string>>): T {
  if (result.ok) return result.value;
  throw new Failed(refusalText(result.error));
}
