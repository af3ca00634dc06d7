// Tesseract.js ships types for the half that starts workers only.
declare module 'tesseract.js/src/worker-script/index.js' {
  /** What a worker does differently in a browser and in Node. */
  export interface Adapter {
    readonly getCore: () => Promise<unknown>;
    readonly gunzip: (bytes: Uint8Array) => Uint8Array;
    /** Gets the data of a language. */
    readonly fetch: (address: string) => Promise<{
      readonly ok: boolean;
      readonly arrayBuffer: () => Promise<ArrayBuffer | Uint8Array>;
    }>;
  }
  const script: {
    setAdapter(adapter: Adapter): void;
    dispatchHandlers(packet: unknown, answer: (message: unknown) => void): void;
  };
  export default script;
}

declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  const core: (options: object) => Promise<unknown>;
  export default core;
}
