import type { SourceField } from '../../domain/model/import';
import { parseTree, visit } from '../html/tree';
import { isoDate } from '../dates';

export interface CoreProperties {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly language: string;
  readonly fields: readonly SourceField[];
}

/** What has no place of its own in a source. */
const FIELDS = ['subject', 'keywords', 'description', 'category'];

/** Reads Dublin Core properties from `docProps/core.xml`. In: its text, or '' where there is none. */
export function coreProperties(xml: string): CoreProperties {
  const values = new Map<string, string>();
  let name = '';
  visit(parseTree(xml, true).root, {
    enter(element) {
      name = element.name.replace(/^.*:/, '');
    },
    text(text) {
      if (name) values.set(name, (values.get(name) ?? '') + text);
    },
    leave() {
      name = '';
    },
  });
  const value = (key: string) => values.get(key)?.trim() ?? '';
  return {
    title: value('title'),
    author: value('creator'),
    date: isoDate(value('created')),
    language: value('language'),
    fields: FIELDS.map((name) => ({ name, value: value(name) })).filter((field) => field.value !== ''),
  };
}
