/** In: a text. Out: the same on one line: each run of white space is a space, and none at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
