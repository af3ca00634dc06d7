import { ancestorsOf, codesOfFamily, familyRoot } from '../../../domain/codebook/tree';
import type { Code } from '../../../domain/model/codebook';
import { labelIn, type LabelLanguage } from '../../../domain/model/language';
import type { ProjectState } from '../../../domain/model/project';
import { CodeGlyph, type Option } from '../../../ui';
import { familiesInOrder } from '../tree/tree-items';

/** The families in use and their codes, as the tree has them: where a code may go. */
export function placeOptions(state: ProjectState, language: LabelLanguage): readonly Option[] {
  return familiesInOrder(state.families)
    .filter(({ enabled }) => enabled)
    .flatMap((family) => {
      const root = familyRoot(state, family.id);
      return [
        { id: root?.id ?? family.id, label: labelIn(family.labels, language) || family.key },
        ...codesOfFamily(state, family.id)
          .filter((code) => code !== root)
          .map((code) => codeOption(state, code, language, root ? 0 : 1)),
      ];
    });
}

/** Codes that segments can have, without some: what may take the place of a code. */
export function codableOptions(
  state: ProjectState,
  language: LabelLanguage,
  without: ReadonlySet<string>,
): readonly Option[] {
  return familiesInOrder(state.families)
    .filter(({ enabled }) => enabled)
    .flatMap((family) => codesOfFamily(state, family.id))
    .filter((code) => code.codable && !without.has(code.id))
    .map((code) => ({ ...codeOption(state, code, language, 0), depth: 0 }));
}

const codeOption = (state: ProjectState, code: Code, language: LabelLanguage, above: number): Option => ({
  id: code.id,
  label: labelIn(code.labels, language) || code.key,
  icon: code.codable && <CodeGlyph code={code} />,
  depth: ancestorsOf(state, code.id).length + above,
});
