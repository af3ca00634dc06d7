import type { ImportedNames } from '../../domain/exchange/refi/content/options';

/** Names for what a file has no name for, where nobody says in which language. */
export const englishNames: ImportedNames = {
  codebook: 'Imported codebook',
  imported: 'Imported',
  annotation: 'Annotation (no code)',
  unnamedCode: 'Code without a name',
  unknownCoder: 'Unknown coder',
  caseVariable: 'Case',
};
