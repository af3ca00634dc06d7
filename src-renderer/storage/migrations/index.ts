import { first } from './0001-first';
import { carried } from './0002-carried';
import { imports } from './0003-imports';
import { collaboration } from './0004-collaboration';
import type { Migration } from './migration';

/** Every step there has been, in order. Add at the end; change nothing above. */
export const migrations: readonly Migration[] = [first, carried, imports, collaboration];
