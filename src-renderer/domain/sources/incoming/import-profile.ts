import { columnRoles, readings, type ColumnRole, type Reading } from '../../model/import';
import { isRecord } from '../../model/record';
import { documentTypes } from '../../model/source';
import type { SourceAbout } from '../add-sources';
import type { ProposedSource } from './proposal';

const sharedFields = ['country', 'documentType', 'actor', 'outlet'] as const;

/** Settings of an import that are wanted again for the next delivery of the same kind. */
export interface ImportProfile {
  readonly name: string;
  /** How names of files say what the files are; '' where they do not. */
  readonly pattern: string;
  /** Roles of the columns of tables, by name. */
  readonly columns: { readonly [column: string]: ColumnRole };
  /** How tables and pages are read; null for what each seems to be. */
  readonly reading: Reading | null;
  /** How the characters of texts are encoded, where it was chosen; null for what each seems to be in. */
  readonly encoding: string | null;
  /** What all sources have in common. */
  readonly about: Partial<Pick<SourceAbout, (typeof sharedFields)[number]>>;
}

/** In: proposals. Out: what all that are included say alike of country, type, issuer and outlet. */
export function sharedAbout(sources: readonly ProposedSource[]): ImportProfile['about'] {
  const included = sources.filter(({ isIncluded }) => isIncluded);
  const [first] = included;
  if (!first) return {};
  const same = sharedFields.filter(
    (field) =>
      first.about[field] !== '' && included.every(({ about }) => about[field] === first.about[field]),
  );
  return Object.fromEntries(same.map((field) => [field, first.about[field]]));
}

/** In: whatever was stored. Out: the profiles in it; what is none is left out. */
export function profilesIn(stored: unknown): readonly ImportProfile[] {
  // The first ones said nothing of encodings.
  return Array.isArray(stored)
    ? stored.filter(isProfile).map((profile) => ({ ...profile, encoding: profile.encoding ?? null }))
    : [];
}

type StoredProfile = Omit<ImportProfile, 'encoding'> & Partial<Pick<ImportProfile, 'encoding'>>;

function isProfile(value: unknown): value is StoredProfile {
  if (!isRecord(value)) return false;
  const { name, pattern, columns, reading, encoding, about } = value;
  return (
    typeof name === 'string' &&
    typeof pattern === 'string' &&
    isRecord(columns) &&
    Object.values(columns).every((role) => columnRoles.some((known) => known === role)) &&
    (reading === null || readings.some((known) => known === reading)) &&
    (encoding === undefined || encoding === null || typeof encoding === 'string') &&
    isRecord(about) &&
    Object.entries(about).every(
      ([field, said]) =>
        sharedFields.some((known) => known === field) &&
        typeof said === 'string' &&
        (field !== 'documentType' || documentTypes.some((known) => known === said)),
    )
  );
}
