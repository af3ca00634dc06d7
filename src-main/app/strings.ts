import english from './strings.json';

/** What the main process says where no renderer can say it: before the first page, and after a crash. */
export const strings = english;
