import { childrenOf, codesInOrder } from '../../codebook/tree';
import type { Code } from '../../model/codebook';
import type { CodeId, FamilyId } from '../../model/ids';
import { labelLanguages, type LabelLanguage } from '../../model/language';
import { message, type Message } from '../../model/message';
import type { ProjectState } from '../../model/project';
import { fail, invariant, ok, type Result } from '../../model/result';
import { xmlAttribute, xmlText } from '../xml';
import { codeDescription, plainCodeName, uniqueCodeNames, type DescriptionHeadings } from './code-text';

export interface QdcOptions {
  /** The families to write; those that the project uses when absent. */
  readonly families?: readonly FamilyId[];
  /** REFI-QDA carries one name per code: the label in this language. */
  readonly language: LabelLanguage;
  /** The program and its version, for `origin`. */
  readonly origin: string;
  readonly headings: DescriptionHeadings;
}

export interface QdcFile {
  readonly xml: string;
  /** What the format cannot carry, to be shown (REFI-QDA 1.5, section 7): strings under `loss.<kind>`. */
  readonly losses: readonly Message[];
}

/** A codebook without a code is not valid REFI-QDA, so none is written. */
export type QdcFailure = { readonly kind: 'no-codes' };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Writes the codebook as REFI-QDA codebook exchange XML (namespace urn:QDA-XML:codebook:1.0).
 * In: the project and what is wanted of it. Out: XML text, to be encoded as UTF-8 without BOM, with the
 * list of losses; or `no-codes`. The trees keep their order; folders are codes that are not codable;
 * colours are kept; a description is the definition, then inclusion, exclusion and response as plain
 * text. Names are on one line and unique in the file, because programs that read it drop repeats.
 */
export function codebookQdc(state: ProjectState, options: QdcOptions): Result<QdcFile, QdcFailure> {
  const { families, language } = options;
  const codes = codesInOrder(state).filter(({ familyId }) =>
    families ? families.includes(familyId) : state.families.get(familyId)?.enabled,
  );
  if (codes.length === 0) return fail({ kind: 'no-codes' });
  const names = uniqueCodeNames(state, codes, language);
  const element = (code: Code, indent: string): string => {
    const start = `${indent}<Code ${attributes(code, names.get(code.id) ?? '')}`;
    const inner =
      description(code, options.headings, indent) +
      childrenOf(state, code.id)
        .map((child) => element(child, indent + ' '))
        .join('');
    return inner ? `${start}>\n${inner}${indent}</Code>\n` : `${start}/>\n`;
  };
  const body = codes
    .filter(({ parentId }) => parentId === null)
    .map((root) => element(root, '  '))
    .join('');
  return ok({
    xml:
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${xmlAttribute(options.origin)}">\n` +
      ` <Codes>\n${body} </Codes>\n</CodeBook>\n`,
    losses: losses(codes, names, language),
  });
}

function attributes(code: Code, name: string): string {
  invariant(guid.test(code.id), 'a code id is a GUID');
  const color = /^#[0-9a-f]{6}$/i.test(code.color) ? ` color="${code.color}"` : '';
  // Upper case, because some programs refuse the lower case that the schema allows.
  return `guid="${code.id.toUpperCase()}" name="${xmlAttribute(name)}" isCodable="${code.codable}"${color}`;
}

function description(code: Code, headings: DescriptionHeadings, indent: string): string {
  const text = codeDescription(code, headings);
  return text ? `${indent} <Description>${xmlText(text)}</Description>\n` : '';
}

function losses(
  codes: readonly Code[],
  names: ReadonlyMap<CodeId, string>,
  language: LabelLanguage,
): readonly Message[] {
  const count = (test: (code: Code) => boolean) => codes.filter(test).length;
  const found = {
    languages: count((code) => labelLanguages.some((other) => other !== language && code.labels[other])),
    indicators: count((code) => Object.values(code.indicators).some((words) => words.length > 0)),
    examples: count((code) => code.examples.length > 0),
    looks: count((code) => code.symbol !== 'none' || code.pattern !== 'solid'),
    shortcuts: count((code) => code.shortcut !== ''),
    renamed: count((code) => names.get(code.id) !== plainCodeName(code, language)),
  };
  return Object.entries(found)
    .filter(([, codesLosing]) => codesLosing > 0)
    .map(([kind, codesLosing]) => message(`loss.${kind}`, { count: codesLosing }));
}
