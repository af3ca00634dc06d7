/**
 * Plain paragraphs as the body of a memo.
 * In: plain text whose paragraphs are parted by blank lines. Out: the JSON of an editor state with one
 * paragraph each, which the memo editor opens and writes back unchanged.
 */
export function richTextOf(plainText: string): string {
  const block = { direction: null, format: '', indent: 0, version: 1 } as const;
  const paragraphs = plainText.split(/\n{2,}/).map((text) => ({
    ...block,
    type: 'paragraph',
    textFormat: 0,
    textStyle: '',
    children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
  }));
  return JSON.stringify({ root: { ...block, type: 'root', children: paragraphs } });
}
