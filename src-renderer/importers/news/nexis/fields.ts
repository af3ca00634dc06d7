import type { SourceField } from '../../../domain/model/import';
import { fields, type Article } from '../article';

/** Gathers labelled values as they come, those that go on over several paragraphs among them. */
export class FieldList {
  private readonly list: { name: string; value: string }[] = [];

  add(name: string, value: string): void {
    this.list.push({ name, value });
  }

  /** More of the field before. */
  more(value: string): void {
    const last = this.list.at(-1);
    if (last) last.value += `\n${value}`;
    else this.add('notes', value);
  }

  take(name: string): string | undefined {
    const index = this.list.findIndex((field) => field.name === name);
    return index < 0 ? undefined : this.list.splice(index, 1)[0]?.value;
  }

  /** What is left; of a name that came twice, both. */
  rest(): SourceField[] {
    return this.list.flatMap(({ name, value }) => fields({ [name]: value }));
  }
}

/** The places that labelled fields fill, and the fields that are left. */
export function placed(list: FieldList): Partial<Article> {
  const author = list.take('author');
  const language = list.take('language');
  const url = list.take('url');
  const caption = list.take('caption');
  return {
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    ...(caption === undefined ? {} : { caption }),
    fields: list.rest(),
  };
}
