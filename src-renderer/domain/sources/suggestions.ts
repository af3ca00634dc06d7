import { Draft } from '../history/draft';
import type { ChangeDraft } from '../model/change';
import type { SourceId, Stamp } from '../model/ids';
import type { ProjectState } from '../model/project';
import type { PartialDate, Source } from '../model/source';
import { guessCountry } from './country';
import { isPartialDate } from './date';
import { labelFor } from './edit-sources';

/** What a file's name says where the source itself says nothing yet; '' where there is no hint. */
export interface Suggestion {
  readonly country: string;
  readonly date: PartialDate | '';
}

const dateInName =
  /(?<!\d)((?:19|20)\d{2})(?:([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?![\d]))?(?!\d)/g;

/**
 * Guesses the date from a file's name.
 * In: a name such as `jp_plan_2009.pdf` or `2009-12-22 speech.txt`. Out: the date with the precision the
 * name has, when it names exactly one from 1900 to 2099; else ''. Two different years are no date.
 */
export function guessDate(fileName: string): PartialDate | '' {
  const dates = new Set<string>();
  for (const [, year = '', , month, day] of fileName.matchAll(dateInName)) {
    const full = [year, month, day].filter((part) => part !== undefined).join('-');
    dates.add(isPartialDate(full) ? full : year);
  }
  const [only, other] = dates;
  return only !== undefined && other === undefined ? only : '';
}

/** In: a source. Out: what its file's name suggests for the fields that are empty. */
export function suggestionFor(source: Source): Suggestion {
  return {
    country: source.country === '' ? guessCountry(source.fileName) : '',
    date: source.date === '' ? guessDate(source.fileName) : '',
  };
}

/**
 * Takes the suggestions of sources over into their fields; what is filled already stays.
 * In: the project, the sources (those not there are passed over), the stamp. Out: one draft for all,
 * without changes when nothing is suggested.
 */
export function acceptSuggestions(
  state: ProjectState,
  sourceIds: readonly SourceId[],
  stamp: Stamp,
): ChangeDraft {
  const draft = new Draft(state);
  const titles: string[] = [];
  for (const id of new Set(sourceIds)) {
    const source = state.sources.get(id);
    if (!source) continue;
    const { country, date } = suggestionFor(source);
    if (country === '' && date === '') continue;
    titles.push(source.title);
    draft.put('sources', {
      ...source,
      country: country || source.country,
      date: date || source.date,
      modifiedAt: stamp.now(),
    });
  }
  return draft.finish(labelFor('edit-source', titles));
}
