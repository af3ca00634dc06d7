import type { Code, CodeFamily } from '../../../model/codebook';
import { labelLanguages, type LabelLanguage, type Labels } from '../../../model/language';
import type { ProjectState } from '../../../model/project';
import type { CodeFields, FileCode, FileFamily } from '../file';
import type { FieldChange } from './types';

/** The texts of a code that are compared without regard to line ends and to white space around them. */
const texts = ['key', 'definition', 'include', 'exclude', 'response'] as const;
const plain = ['color', 'symbol', 'pattern', 'shortcut', 'codable'] as const;

export interface OverlayOptions {
  readonly language: LabelLanguage;
  /** Whether we wrote the file, which then tells apart names that repeat: "Other (X1) 2". */
  readonly ours: boolean;
}

/**
 * A code with what the file says of it.
 * In: the code of the project (or a blank one), the code of the file. Out: the code itself where the file
 * says nothing else; white space at either end and the kind of line ends are no difference. Examples that
 * the project has are added, none is taken away. Place and order are not touched.
 */
export function overlaid(state: ProjectState, mine: Code, theirs: FileCode, options: OverlayOptions): Code {
  const { fields } = theirs;
  const changed: { -readonly [field in keyof CodeFields]?: CodeFields[field] } = {};
  for (const field of texts) {
    const text = fields[field];
    if (text !== undefined && !sameText(text, mine[field])) changed[field] = text;
  }
  for (const field of plain) {
    const value = fields[field];
    if (value !== undefined && value !== mine[field]) Object.assign(changed, { [field]: value });
  }
  const labels = overlaidLabels(mine.labels, labelsOf(mine, theirs, options));
  if (labels !== mine.labels) changed.labels = labels;
  const indicators = overlaidWords(mine.indicators, fields.indicators ?? {});
  if (indicators !== mine.indicators) changed.indicators = indicators;
  const examples = (fields.examples ?? []).filter(
    (id) => !mine.examples.includes(id) && state.segments.get(id)?.tags.includes(mine.id),
  );
  if (examples.length > 0) changed.examples = [...mine.examples, ...examples];
  return Object.keys(changed).length === 0 ? mine : { ...mine, ...changed };
}

/** A family with what the file says of it; the family itself where it says nothing else. */
export function overlaidFamily(mine: CodeFamily, { fields }: FileFamily): CodeFamily {
  const labels = overlaidLabels(mine.labels, fields.labels ?? {});
  const next = { ...mine, ...fields, labels };
  const same = labels === mine.labels && familyFields.every((field) => next[field] === mine[field]);
  return same ? mine : next;
}
const familyFields = ['core', 'enabled', 'order'] as const;

/** The labels that a file gives; its only name is one in the wanted language, if it is no label yet. */
function labelsOf(mine: Code, { name, fields }: FileCode, { language, ours }: OverlayOptions): Labels {
  if (!name?.trim()) return fields.labels ?? {};
  const known = Object.values(mine.labels).some(
    (label) => sameText(label, name) || (ours && isToldApart(name, label)),
  );
  return known ? (fields.labels ?? {}) : { ...fields.labels, [language]: name };
}

/** Whether a name is a label with what `uniqueCodeNames` puts behind it. */
const isToldApart = (name: string, label: string): boolean =>
  name.startsWith(`${label.trim()} `) && /^ (\(.+\))?( ?\d+)?$/.test(name.slice(label.trim().length));

function overlaidLabels(mine: Labels, theirs: Labels): Labels {
  const changed = labelLanguages.filter((language) => {
    const label = theirs[language];
    return label !== undefined && !sameText(label, mine[language] ?? '');
  });
  if (changed.length === 0) return mine;
  const labels = { ...mine, ...Object.fromEntries(changed.map((language) => [language, theirs[language]])) };
  const kept = Object.entries(labels).filter(([, label]) => label.trim() !== '');
  // A code without any name cannot be shown: a file that takes all away is not followed.
  return kept.length === 0 ? mine : Object.fromEntries(kept);
}

function overlaidWords(mine: Code['indicators'], theirs: Code['indicators']): Code['indicators'] {
  const changed = labelLanguages.filter((language) => {
    const words = theirs[language];
    return words !== undefined && !sameWords(words, mine[language] ?? []);
  });
  if (changed.length === 0) return mine;
  const words = { ...mine, ...Object.fromEntries(changed.map((language) => [language, theirs[language]])) };
  return Object.fromEntries(Object.entries(words).filter(([, list]) => list.length > 0));
}

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
const sameText = (a: string, b: string): boolean => a === b || tidy(a) === tidy(b);
const tidyWords = (words: readonly string[]) => words.map(tidy).filter(Boolean).join('\u0000');
const sameWords = (a: readonly string[], b: readonly string[]): boolean => tidyWords(a) === tidyWords(b);

/**
 * What differs between two states of a code.
 * In: both, and a way to name families and parents. Out: field by field, labels and words by language.
 */
export function differences(
  before: Code,
  after: Code,
  naming: { readonly family: (id: string) => string; readonly parent: (id: string | null) => string },
): readonly FieldChange[] {
  if (before === after) return [];
  const found: FieldChange[] = labelLanguages.flatMap((language) => [
    ...difference('labels', before.labels[language] ?? '', after.labels[language] ?? '', language),
    ...difference(
      'indicators',
      (before.indicators[language] ?? []).join('; '),
      (after.indicators[language] ?? []).join('; '),
      language,
    ),
  ]);
  for (const field of [...texts, ...plain, 'order', 'examples'] as const) {
    found.push(...difference(field, shown(before[field]), shown(after[field])));
  }
  found.push(...difference('family', before.familyId, after.familyId, null, naming.family));
  if (before.parentId !== after.parentId) {
    found.push({
      field: 'parent',
      language: null,
      before: naming.parent(before.parentId),
      after: naming.parent(after.parentId),
    });
  }
  return found;
}

/** What differs between two states of a family. */
export const familyDifferences = (before: CodeFamily, after: CodeFamily): readonly FieldChange[] => [
  ...labelLanguages.flatMap((language) =>
    difference('labels', before.labels[language] ?? '', after.labels[language] ?? '', language),
  ),
  ...familyFields.flatMap((field) => difference(field, shown(before[field]), shown(after[field]))),
];

const shown = (value: string | number | boolean | readonly string[]): string =>
  typeof value === 'object' ? value.join('; ') : String(value);

const difference = (
  field: FieldChange['field'],
  before: string,
  after: string,
  language: LabelLanguage | null = null,
  name: (value: string) => string = (value) => value,
): readonly FieldChange[] =>
  before === after ? [] : [{ field, language, before: name(before), after: name(after) }];
