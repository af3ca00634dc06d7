import type { Code } from '../../../model/codebook';
import type { DescriptionHeadings } from '../code-text';

const partsAfter = ['include', 'exclude', 'response'] as const;

type Described = Pick<Code, 'definition' | 'include' | 'exclude' | 'response'>;

/**
 * The way back from `codeDescription`, also for descriptions that people wrote in this manner.
 * In: a description; the headings that may stand in it, in every language. Out: its parts, trimmed; without
 * any such heading all of it is the definition.
 */
export function splitDescription(text: string, headings: readonly DescriptionHeadings[]): Described {
  const found: { [part in keyof Described]: string[] } = {
    definition: [],
    include: [],
    exclude: [],
    response: [],
  };
  let current: keyof Described = 'definition';
  for (const paragraph of text.split(/\n{2,}/)) {
    const heading = headed(paragraph, headings);
    if (heading) current = heading.part;
    found[current].push(heading ? heading.rest : paragraph);
  }
  const whole = (part: keyof Described) => found[part].join('\n\n').trim();
  return {
    definition: whole('definition'),
    include: whole('include'),
    exclude: whole('exclude'),
    response: whole('response'),
  };
}

function headed(paragraph: string, headings: readonly DescriptionHeadings[]) {
  for (const each of headings) {
    for (const part of partsAfter) {
      if (paragraph.startsWith(`${each[part]}: `)) {
        return { part, rest: paragraph.slice(each[part].length + 2) };
      }
    }
  }
  return undefined;
}
