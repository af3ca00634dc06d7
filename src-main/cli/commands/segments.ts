import {
  codePointPositions,
  sourcesNeedingText,
} from '../../../src-renderer/domain/exchange/tables/code-point-positions';
import { labelIn } from '../../../src-renderer/domain/model/language';
import { filterSegments } from '../../../src-renderer/domain/retrieval/filter';
import { normaliseCountry } from '../../../src-renderer/domain/sources/country';
import { oneFile } from '../ask';
import type { Command } from '../command';
import { codersNamed, codesNamed } from '../project/find';
import { readProject } from '../project/read';

export const segmentsCommand: Command = {
  name: 'segments',
  files: 'P.qdpx',
  options: {
    code: { value: 'CODE', about: 'code', repeated: true },
    coder: { value: 'NAME', about: 'coder', repeated: true },
    country: { value: 'COUNTRY', about: 'country', repeated: true },
  },
  formats: ['csv'],
  run: async (call) => {
    const { content } = await readProject(oneFile(call));
    const { state, texts } = content;
    const [codes, coders, countries] = [call.all('code'), call.all('coder'), call.all('country')];
    const segments = filterSegments(state, {
      ...(codes.length > 0 && { codeIds: codes.flatMap((code) => codesNamed(state, code)) }),
      ...(coders.length > 0 && { coderIds: coders.flatMap((coder) => codersNamed(state, coder)) }),
      ...(countries.length > 0 && { countries: countries.map(normaliseCountry) }),
    });
    const needed = sourcesNeedingText(state).map((id) => [id, texts.get(id)?.text ?? ''] as const);
    const position = codePointPositions(new Map(needed));
    const found = segments.flatMap((segment) => {
      const source = state.sources.get(segment.sourceId);
      if (!source) return [];
      return {
        source: source.title,
        start: position(source, segment.start) ?? 0,
        end: position(source, segment.end) ?? 0,
        unit: 'codepoint',
        text: segment.quote,
        codes: segment.tags.map((tag) => labelIn(state.codes.get(tag)?.labels ?? {}, 'en')),
        coder: state.coders.get(segment.coderId)?.name ?? '',
        country: source.country,
      };
    });
    return {
      json: found,
      table: () => ({
        columns: ['source', 'start', 'end', 'unit', 'text', 'codes', 'coder', 'country'],
        rows: found.map((each) => [
          each.source,
          each.start,
          each.end,
          each.unit,
          each.text,
          each.codes.join('; '),
          each.coder,
          each.country,
        ]),
      }),
    };
  },
};
