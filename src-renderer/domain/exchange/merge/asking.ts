import type { LabelLanguage } from '../../model/language';
import type { Choice, ItemKind, MergeAnswers, MergeItem } from './types';

export type Question = Omit<MergeItem, 'id' | 'chosen' | 'decided'>;

/** Asks, and answers at once: with what the person said, else with what holds for all, else with what is safe. */
export class Asking {
  readonly items: MergeItem[] = [];
  readonly language: LabelLanguage;
  readonly #answers: MergeAnswers;

  constructor(answers: MergeAnswers, language: LabelLanguage) {
    this.#answers = answers;
    this.language = language;
  }

  /** In: the question and what is done when nobody answers. Out: what is to be done. */
  ask(question: Question, unless: Choice): Choice {
    const id = [question.file, question.kind, question.table, question.theirs].join(' ');
    const given = this.#answers.items.get(id);
    const own = given !== undefined && isAnswer(question.options, given) ? given : undefined;
    const general = this.#general(question.kind);
    const said = own ?? (general && question.options.includes(general) ? general : undefined);
    const chosen = said ?? unless;
    this.items.push({ ...question, id, chosen, decided: said !== undefined });
    return chosen;
  }

  #general(kind: ItemKind): Choice | undefined {
    const { foreign, sameName, prefer } = this.#answers;
    if (kind === 'foreign') return foreign;
    if (kind === 'coder') return sameName;
    return kind === 'segment' || kind === 'decision' || kind === 'row' ? prefer : undefined;
  }
}

/** An unknown code may be taken for any of ours, not only for the one that is proposed. */
const isAnswer = (options: readonly Choice[], given: Choice): boolean =>
  options.includes(given) || (given.startsWith('map:') && options.includes('leave'));
