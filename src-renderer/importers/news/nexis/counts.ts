/** `3 of 10 DOCUMENTS`, in the language of the interface; neither number can be relied on. */
const COUNT =
  /^[^\S\n]*(?:focus - )?(?:(?:dokument|document|documento)\s+)?\d[\d.,]*\s+(?:of|von|de|van|di|sur)\s+(\d[\d.,]*)(?:\s+(?:documents?|dokumente?n?|documenten|documentos?|documenti))?[^\S\n]*$/i;
const COUNT_WORD = /documen|dokument/i;

const SELECTED = /selected items:\s*(\d+)\s*-\s*(\d+)/i;

/** Whether a line counts the article that follows. */
export const isCount = (line: string): boolean => COUNT_WORD.test(line) && COUNT.test(line);

/** The number after `of`. */
export const totalOf = (line: string): number => Number((COUNT.exec(line)?.[1] ?? '').replace(/[.,]/g, ''));

/** In: the text of a cover. Out: how many articles were selected, if it says so. */
export function selected(cover: string): number | undefined {
  const found = SELECTED.exec(cover);
  return found ? Number(found[2]) - Number(found[1]) + 1 : undefined;
}
