import { Draft } from '../history/draft';
import { patched } from '../history/patch';
import type { ChangeDraft } from '../model/change';
import type { SourceId, Stamp, VariableId } from '../model/ids';
import { message, type Message } from '../model/message';
import type { ProjectState } from '../model/project';
import { refuse, type Refusal } from '../model/refusal';
import { ok, type Result } from '../model/result';
import type { Source, VariableValue } from '../model/source';
import { shorten } from '../text/graphemes';
import { isBlank } from '../text/range';
import { canonicalLanguage } from '../text/segmenters';
import { normaliseCountry } from './country';
import { isPartialDate } from './date';
import { isValueOf } from './variable';

export type SourceEditFailure =
  | 'source-missing'
  | 'title-empty'
  | 'date-invalid'
  | 'language-invalid'
  | 'url-invalid'
  | 'variable-missing'
  | 'value-invalid';

type Field = 'title' | 'language' | 'country' | 'date' | 'documentType' | 'actor' | 'outlet' | 'url';

/** The fields to change; those left out stay as they are. */
export type SourcePatch = Partial<Pick<Source, Field>> & {
  /** Values by variable; null takes a value away. */
  readonly variables?: { readonly [variable: VariableId]: VariableValue | null };
};

/**
 * Describes one source or many at once.
 * In: the project, the sources and the fields to change, the stamp. Out: the draft, without changes for
 * sources that already say so. Texts are trimmed and countries read by `normaliseCountry`. Refuses sources
 * and variables that are not there, an empty title, a date not in the calendar, a malformed language tag,
 * an address that is not http(s), and a value of another type than its variable's.
 */
export function editSources(
  state: ProjectState,
  input: { readonly sourceIds: readonly SourceId[]; readonly patch: SourcePatch },
  stamp: Stamp,
): Result<ChangeDraft, Refusal<SourceEditFailure>> {
  const patch = tidy(state, input.patch);
  if (!patch.ok) return patch;
  const draft = new Draft(state);
  const { variables, ...fields } = patch.value;
  const titles: string[] = [];
  for (const id of new Set(input.sourceIds)) {
    const source = state.sources.get(id);
    if (!source) return refuse('source-missing');
    titles.push(source.title);
    const next = patched(source, { ...fields, variables: mergeValues(source, variables) });
    if (next !== source) draft.put('sources', { ...next, modifiedAt: stamp.now() });
  }
  return ok(draft.finish(labelFor('edit-source', titles)));
}

/** In: a key and titles. Out: `key` with the one title, or `key-many` with their number. */
export function labelFor(key: string, titles: readonly string[]): Message {
  const [first, second] = titles;
  return first !== undefined && second === undefined
    ? message(key, { title: shorten(first) })
    : message(`${key}-many`, { count: titles.length });
}

/** In: an address. Out: whether it may be kept as a link: empty, or http(s). */
export const isWebAddress = (url: string): boolean => url === '' || /^https?:\/\/[^\s/]+\S*$/i.test(url);

function tidy(state: ProjectState, patch: SourcePatch): Result<SourcePatch, Refusal<SourceEditFailure>> {
  const { variables, ...fields } = patch;
  const next = tidyFields(fields);
  if (!next.ok) return next;
  for (const [id, value] of Object.entries(variables ?? {})) {
    const variable = state.variables.get(id);
    if (!variable) return refuse('variable-missing');
    if (value !== null && !isValueOf(variable.type, value)) {
      return refuse('value-invalid', { variable: shorten(variable.name) });
    }
  }
  return ok({ ...next.value, variables });
}

/**
 * Makes fields of a source fit to be kept.
 * In: the fields to change. Out: the same with texts trimmed and countries read by `normaliseCountry`.
 * Refuses an empty title, a date not in the calendar, a malformed language tag, and an address that is not
 * http(s).
 */
export function tidyFields(
  patch: Partial<Pick<Source, Field>>,
): Result<Partial<Pick<Source, Field>>, Refusal<SourceEditFailure>> {
  const next = {
    ...patch,
    ...(patch.title !== undefined && { title: patch.title.replace(/\s+/g, ' ').trim() }),
    ...(patch.country !== undefined && { country: normaliseCountry(patch.country) }),
    ...(patch.actor !== undefined && { actor: patch.actor.trim() }),
    ...(patch.outlet !== undefined && { outlet: patch.outlet.trim() }),
    ...(patch.url !== undefined && { url: patch.url.trim() }),
  };
  if (next.title !== undefined && isBlank(next.title)) return refuse('title-empty');
  if (next.date && !isPartialDate(next.date)) return refuse('date-invalid');
  if (next.url && !isWebAddress(next.url)) return refuse('url-invalid');
  if (patch.language === undefined) return ok(next);
  const wanted = patch.language.trim();
  const language = wanted && canonicalLanguage(wanted);
  return language === undefined ? refuse('language-invalid') : ok({ ...next, language });
}

function mergeValues(source: Source, changes: SourcePatch['variables']): Source['variables'] {
  const values = { ...source.variables };
  for (const [id, value] of Object.entries(changes ?? {})) {
    if (value === null) delete values[id];
    else values[id] = value;
  }
  return values;
}
