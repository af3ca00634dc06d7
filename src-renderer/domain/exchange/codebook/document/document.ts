import { childrenOf, familyRoot, rootsOf } from '../../../codebook/tree';
import type { Code, CodeFamily, CodeSymbol } from '../../../model/codebook';
import type { FamilyId, SegmentId } from '../../../model/ids';
import { labelIn, type LabelLanguage, type Labels } from '../../../model/language';
import type { ProjectState } from '../../../model/project';
import { codeUsage, type CodeUsage } from '../usage';

/** The words that stand in a codebook for people, in its main language. */
export interface DocumentHeadings {
  readonly title: string;
  readonly contents: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  readonly response: string;
  readonly indicators: string;
  readonly examples: string;
  readonly color: string;
  readonly folder: string;
  readonly segments: string;
  readonly segmentsWithBelow: string;
  readonly sources: string;
}

export interface DocumentOptions {
  /** The families to write, in the order of the project; those that it uses when absent. */
  readonly families?: readonly FamilyId[];
  /** The languages of labels and indicators, the main one first; at least one. */
  readonly languages: readonly [LabelLanguage, ...LabelLanguage[]];
  readonly examples: boolean;
  readonly counts: boolean;
  readonly headings: DocumentHeadings;
}

/** A text with its language, so that it is set in the right typeface. */
export interface Run {
  readonly text: string;
  readonly language: LabelLanguage;
}

/** A codebook for people: the one structure from which Markdown, HTML and Word files are made. */
export interface CodebookDocument {
  readonly title: string;
  readonly project: string;
  readonly language: LabelLanguage;
  readonly headings: DocumentHeadings;
  readonly families: readonly DocumentFamily[];
}

export interface DocumentFamily {
  /** '1'. */
  readonly number: string;
  readonly name: Run;
  readonly otherNames: readonly Run[];
  /** Of the folder that stands for the family. */
  readonly parts: readonly DocumentPart[];
  readonly codes: readonly DocumentCode[];
}

export interface DocumentPart {
  readonly heading: string;
  readonly text: string;
}

export interface DocumentCode {
  /** '1.2.1': of the family, then of the code in it. */
  readonly number: string;
  /** 1 right below the family. */
  readonly level: number;
  readonly key: string;
  readonly name: Run;
  readonly otherNames: readonly Run[];
  readonly color: string;
  readonly symbol: CodeSymbol;
  readonly codable: boolean;
  readonly parts: readonly DocumentPart[];
  readonly indicators: readonly Run[];
  readonly examples: readonly DocumentExample[];
  /** Null when not wanted. */
  readonly counts: CodeUsage | null;
}

export interface DocumentExample {
  readonly quote: string;
  /** Title, country and date of the source, as far as they are known. */
  readonly source: string;
  /** BCP 47 tag of the source, or ''. */
  readonly language: string;
}

/**
 * The codebook as a document.
 * In: the project and what is wanted. Out: families with their codes in order, numbered; the folder that
 * stands for a family is the family itself. Empty parts are left out.
 */
export function codebookDocument(state: ProjectState, options: DocumentOptions): CodebookDocument {
  const families = [...state.families.values()]
    .filter(({ id, enabled }) => options.families?.includes(id) ?? enabled)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const writer = new Writer(state, options);
  const [project] = state.project.values();
  return {
    title: options.headings.title,
    project: project?.name ?? '',
    language: options.languages[0],
    headings: options.headings,
    families: families.map((family, i) => writer.family(family, String(i + 1))),
  };
}

class Writer {
  readonly #state: ProjectState;
  readonly #options: DocumentOptions;
  readonly #use: ReturnType<typeof codeUsage> | undefined;

  constructor(state: ProjectState, options: DocumentOptions) {
    this.#state = state;
    this.#options = options;
    this.#use = options.counts ? codeUsage(state) : undefined;
  }

  family(family: CodeFamily, number: string): DocumentFamily {
    const root = familyRoot(this.#state, family.id);
    const tops = root ? childrenOf(this.#state, root.id) : rootsOf(this.#state, family.id);
    return {
      number,
      ...this.#names(family.labels, family.key),
      parts: root ? this.#parts(root) : [],
      codes: this.#codes(tops, number, 1),
    };
  }

  #codes(codes: readonly Code[], above: string, level: number): readonly DocumentCode[] {
    return codes.flatMap((code, i) => {
      const number = `${above}.${i + 1}`;
      return [
        this.#code(code, number, level),
        ...this.#codes(childrenOf(this.#state, code.id), number, level + 1),
      ];
    });
  }

  #code(code: Code, number: string, level: number): DocumentCode {
    const { examples, languages } = this.#options;
    return {
      number,
      level,
      key: code.key,
      ...this.#names(code.labels, code.key),
      color: code.color,
      symbol: code.symbol,
      codable: code.codable,
      parts: this.#parts(code),
      indicators: languages.flatMap((language) => {
        const words = (code.indicators[language] ?? []).filter((word) => word.trim());
        return words.length > 0 ? [{ text: words.join(commas[language]), language }] : [];
      }),
      examples: examples ? code.examples.flatMap((id) => this.#example(id)) : [],
      counts: this.#use?.get(code.id) ?? null,
    };
  }

  #names(labels: Labels, key: string): { readonly name: Run; readonly otherNames: readonly Run[] } {
    const [main, ...others] = this.#options.languages;
    const name = { text: labelIn(labels, main) || key, language: languageOf(labels, main) };
    const otherNames = others
      .map((language) => ({ text: labels[language] ?? '', language }))
      .filter((run) => run.text.trim() && run.language !== name.language);
    return { name, otherNames };
  }

  #parts(code: Code): readonly DocumentPart[] {
    const { headings } = this.#options;
    return (['definition', 'include', 'exclude', 'response'] as const)
      .map((part) => ({ heading: headings[part], text: code[part].trim() }))
      .filter(({ text }) => text);
  }

  #example(id: SegmentId): readonly DocumentExample[] {
    const segment = this.#state.segments.get(id);
    const source = segment && this.#state.sources.get(segment.sourceId);
    if (!segment || !source) return [];
    const named = [source.title, source.country, source.date].filter(Boolean).join(', ');
    return [{ quote: segment.quote, source: named, language: source.language }];
  }
}

/** The language of the label that `labelIn` picks. */
function languageOf(labels: Labels, wanted: LabelLanguage): LabelLanguage {
  const picked = labelIn(labels, wanted);
  if (labels[wanted] === picked) return wanted;
  const found = Object.entries(labels).find(([, label]) => label === picked)?.[0];
  return (found as LabelLanguage | undefined) ?? wanted;
}

/** What parts the words of a list. */
const commas: Readonly<Record<LabelLanguage, string>> = {
  en: ', ',
  ja: '、',
  ko: ', ',
  'zh-Hans': '、',
  'zh-Hant': '、',
};

/** Symbols of codes as characters that common typefaces have. */
export const symbolCharacters: Readonly<Record<CodeSymbol, string>> = {
  square: '■',
  circle: '●',
  triangle: '▲',
  diamond: '◆',
  cross: '✚',
  star: '★',
  hexagon: '⬢',
  none: '',
};

/** In: a document's code. Out: its counts in words, such as "Segments: 3"; empty when not wanted. */
export function countsIn(code: DocumentCode, headings: DocumentHeadings): readonly string[] {
  const { counts } = code;
  if (!counts) return [];
  const all = [`${headings.segments}: ${counts.segments}`];
  if (counts.withBelow !== counts.segments) all.push(`${headings.segmentsWithBelow}: ${counts.withBelow}`);
  return [...all, `${headings.sources}: ${counts.sources}`];
}
