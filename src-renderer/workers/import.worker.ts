import { ok } from '../domain/model/result';
import { parseDocument } from '../importers';
import { shippedCharacterMaps } from './character-maps';
import { createRecogniser } from './recogniser';
import { buffersOf, packFile, type ParseAnswer, type ParseRequest, type ProgressMessage } from './wire';

const recogniser = createRecogniser();

self.addEventListener('message', ({ data }: MessageEvent<ParseRequest>) => {
  // A rejection would stay in here and the pool would wait for ever; an error reaches it.
  answer(data).catch(reportError);
});

async function answer({ id, name, bytes, choices }: ParseRequest): Promise<void> {
  const onPage = (page: number, of: number) => {
    const message: ProgressMessage = { id, page, of };
    self.postMessage(message);
  };
  const read = await parseDocument({ name, bytes }, choices, { ...shippedCharacterMaps, recogniser, onPage });
  const result = read.ok ? ok(packFile(read.value)) : read;
  const moved = result.ok ? buffersOf(result.value) : [];
  const message: ParseAnswer = { id, result, bytes };
  self.postMessage(message, { transfer: [bytes.buffer, ...moved] });
}
