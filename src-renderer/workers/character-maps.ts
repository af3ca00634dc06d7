import type { PdfResources } from '../importers';

// The maps are files of their own in the built app, under `self` as the content security policy wants it.
const addresses = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

const byName = new Map(
  Object.entries(addresses).map(([path, address]) => [path.replace(/^.*\/(.+)\.bcmap$/, '$1'), address]),
);

/** Adobe's character maps as the app ships them. */
export const shippedCharacterMaps: PdfResources = {
  async characterMap(name) {
    const address = byName.get(name);
    if (address === undefined) throw new Error(`No character map ${name}`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`Character map ${name}: status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
};
