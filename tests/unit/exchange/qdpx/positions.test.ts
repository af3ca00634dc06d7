import { describe, expect, it } from 'vitest';
import { refiTargets } from '../../../../src-renderer/domain/exchange/refi/targets';
import { generateExchangeProject } from '../../../generator/exchange-project';
import { exported, opened, textIn } from '../../../support/exchange';

interface Coding {
  readonly code: string;
  readonly user: string;
  readonly words: string;
}

/** What another program finds: for each coding the words between its positions in the text's own file. */
async function codingsIn(blob: Blob): Promise<readonly Coding[]> {
  const archive = await opened(blob);
  const xml = await textIn(archive, 'project.qde');
  const found: Coding[] = [];
  for (const body of xml.matchAll(
    /<(?:TextSource|Representation) [^>]*plainTextPath="internal:\/\/([^"]*)"[^>]*>\n([^]*?)<\/(?:TextSource|Representation)>/g,
  )) {
    const text = await textIn(archive, `sources/${body[1]}`);
    const units = [...text];
    for (const selection of body[2]!.matchAll(
      /<PlainTextSelection [^>]*startPosition="(\d+)" endPosition="(\d+)"[^>]*>([^]*?)<\/PlainTextSelection>/g,
    )) {
      const words = units.slice(Number(selection[1]), Number(selection[2])).join('');
      for (const coding of selection[3]!.matchAll(
        /<Coding [^>]*creatingUser="([^"]*)"[^>]*>\s*<CodeRef targetGUID="([^"]*)"/g,
      ))
        found.push({ user: coding[1]!.toLowerCase(), code: coding[2]!.toLowerCase(), words });
    }
  }
  return found;
}

const sorted = (codings: readonly Coding[]) => codings.map((coding) => JSON.stringify(coding)).sort();

describe('codings in an exported project', () => {
  it.each(refiTargets)('lie on exactly their words: %s', async (target) => {
    for (const seed of [11, 12, 13]) {
      const project = generateExchangeProject({ seed, segments: 40 });
      const wanted = [...project.state.segments.values()].flatMap(({ tags, coderId, quote }) =>
        tags.map((code) => ({ user: coderId, code, words: quote })),
      );
      const { blob } = await exported(project, { target });
      expect(sorted(await codingsIn(blob))).toEqual(sorted(wanted));
    }
  });

  it('lie in texts without byte order mark, carriage return or normalisation', async () => {
    const project = generateExchangeProject({ seed: 21 });
    const archive = await opened((await exported(project)).blob);
    const texts = await Promise.all(
      archive.names.filter((name) => /^sources\/.*\.txt$/.test(name)).map((name) => textIn(archive, name)),
    );
    for (const { text } of project.texts.values()) expect(texts).toContain(text);
    for (const text of texts) expect(text).not.toMatch(/^\uFEFF|\r/);
  });
});
