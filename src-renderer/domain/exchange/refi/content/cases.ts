import { stableGuid } from '../../../model/guid';
import type { Case, DatedFact } from '../../../model/case';
import type { CaseId } from '../../../model/ids';
import { normaliseCountry } from '../../../sources/country';
import { isCountryCode } from '../../../sources/country-codes';
import { fieldGuid } from '../from/variables';
import type { Guid, RefiCase, RefiProject, RefiValue } from '../model';
import type { Codebook } from './codebook';
import type { Notices } from './notices';
import type { Variables } from './variables';

/** What the cases of a file say of their sources. */
export interface CaseOfSource {
  /** The country that it is of; '' where its cases are none. */
  country: string;
  /** Names of cases that are no countries. */
  readonly names: string[];
  /** Values of such cases. */
  readonly values: RefiValue[];
}

/**
 * The cases of a file. One that is a country becomes a case of Parallax, its values facts about the country;
 * of any other its name and values go to its sources.
 */
export class Cases {
  readonly rows = new Map<CaseId, Case>();
  readonly bySource = new Map<Guid, CaseOfSource>();
  /** Variables that have values in countries. */
  readonly factVariables = new Set<Guid>();
  /** The row that a case of the file went into. */
  readonly rowOf = new Map<Guid, CaseId>();
  readonly #variables: Variables;
  readonly #codebook: Codebook;
  readonly #notices: Notices;

  constructor(project: RefiProject, variables: Variables, codebook: Codebook, notices: Notices) {
    this.#variables = variables;
    this.#codebook = codebook;
    this.#notices = notices;
    for (const row of project.cases) this.#add(row);
  }

  #add(row: RefiCase): void {
    const own = row.values.find(({ variable }) => variable === fieldGuid('country'))?.value;
    const country = normaliseCountry(typeof own === 'string' ? own : row.name);
    const isCountry = isCountryCode(country) || (typeof own === 'string' && country !== '');
    const isQuirk = row.name === '' && row.sources.length > 0;
    if (row.selections.length > 0) this.#notices.lostIn('case-selections', row.name, row.name);
    // Parallax writes a case for each country that has a source, also where nothing is said of it.
    const isBare = typeof own === 'string' && isSaidNothing(row);
    if (isCountry && !isBare) this.#addCountry(row, country);
    else if (!isCountry && row.sources.length === 0 && !isQuirk && !this.#codebook.codes.has(row.guid))
      this.#notices.lostIn('cases', row.name, row.name);
    if (!isCountry && row.description !== '') this.#notices.lostIn('case-descriptions', row.name, row.name);
    for (const source of row.sources) {
      const found = this.bySource.get(source) ?? { country: '', names: [], values: [] };
      this.bySource.set(source, found);
      if (isCountry) found.country ||= country;
      else {
        if (row.name !== '') found.names.push(row.name);
        found.values.push(...row.values);
      }
    }
  }

  #addCountry(row: RefiCase, country: string): void {
    const facts = row.values.flatMap((value) => this.#factOf(row.guid, value));
    const [judged] = row.codes.filter((code) => code !== row.guid && this.#codebook.codes.has(code));
    if (row.codes.some((code) => code !== row.guid && code !== judged)) this.#notices.lost('case-codes');
    const same = [...this.rows.values()].find((known) => known.country === country);
    if (same) this.#notices.repairs.add('cases-joined');
    const id = same?.id ?? row.guid;
    this.rowOf.set(row.guid, id);
    this.rows.set(id, {
      id,
      country,
      name: same?.name ?? row.name,
      judgement: same?.judgement ?? (judged === undefined ? null : { codeId: judged, reasons: '' }),
      facts: [...(same?.facts ?? []), ...facts],
      note: [same?.note, row.description].filter(Boolean).join('\n\n'),
    });
  }

  #factOf(caseGuid: Guid, { variable, value }: RefiValue): readonly DatedFact[] {
    if (variable === fieldGuid('country') || value === null || value === '') return [];
    this.factVariables.add(variable);
    const name = this.#variables.nameOf(variable) || variable;
    return [
      {
        id: stableGuid(caseGuid, variable),
        key: name,
        label: name,
        value: String(value),
        date: '',
        asOf: '',
        reference: '',
        codes: [],
      },
    ];
  }
}

const isSaidNothing = ({ description, codes, values, sources }: RefiCase): boolean =>
  description === '' && codes.length === 0 && values.length === 1 && sources.length > 0;
