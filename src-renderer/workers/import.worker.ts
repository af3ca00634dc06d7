import { parseDocument } from '../importers';
import { shippedCharacterMaps } from './character-maps';
import { pack, type PackedSource, type ParseAnswer, type ParseRequest } from './wire';

self.addEventListener('message', ({ data }: MessageEvent<ParseRequest>) => {
  // A rejection would stay in here and the pool would wait for ever; an error reaches it.
  answer(data).catch(reportError);
});

async function answer({ id, name, bytes }: ParseRequest): Promise<void> {
  const result = await parseDocument({ name, bytes }, shippedCharacterMaps);
  const packed: PackedSource[] = result.ok ? result.value.map(pack) : [];
  const message: ParseAnswer = { id, result: result.ok ? { ok: true, value: packed } : result, bytes };
  self.postMessage(message, { transfer: [bytes.buffer, ...packed.map(({ blocks }) => blocks.buffer)] });
}
