// `EQ \* jc2 \* hps10 \o\ad(\s\up 9(かん),漢)`: how Word before 2000 set a reading beside a word.
const RUBY = /^\s*EQ\b.*?\\o\s*(?:\\a[dlrc])?\s*\(\s*\\s\s*\\up\s*\d+\s*\((.*?)\)\s*[,;]\s*(.*)\)\s*$/is;

/**
 * What a field shows that has no result of its own, which is so with equations.
 * In: its instruction. Out: the word of a reading aid, whose reading is left out; '' for other fields.
 */
export function equationText(instruction: string): { readonly shown: string; readonly isRuby: boolean } {
  const base = RUBY.exec(instruction)?.[2];
  return { shown: base ?? '', isRuby: base !== undefined };
}
