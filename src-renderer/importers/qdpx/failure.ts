import { archiveFailureKinds, type ArchiveFailure } from '../archive/failure';
import { xmlFailureKinds, type XmlFailure } from '../xml/read';

export const qdpxFailureKinds = [
  ...archiveFailureKinds,
  ...xmlFailureKinds,
  'no-project',
  'several-projects',
  'codebook-only',
  'not-a-project',
  'cancelled',
  'unreadable',
] as const;

/** Why a project is not read: strings under `exchange-report:failure.<kind>` say it and what to do. */
export interface QdpxFailure {
  readonly kind: (typeof qdpxFailureKinds)[number];
  /** The member or value it is about; never the only thing shown. */
  readonly detail: string;
  /** Place in the project's XML, from 1; 0 where no place can be named. */
  readonly line: number;
  readonly column: number;
}

/** Makes a failure of those of the archive and the XML, and of a kind with a detail. */
export const qdpxFailure = (
  failure: ArchiveFailure | XmlFailure | Pick<QdpxFailure, 'kind' | 'detail'>,
): QdpxFailure => ({ line: 0, column: 0, ...failure });
