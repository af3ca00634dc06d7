/** What reading a PDF needs from outside its bytes. */
export interface PdfResources {
  /**
   * Gives one of Adobe's predefined character maps (`UniJIS-UTF16-H`, `Adobe-Korea1-UCS2`, …) in pdf.js's
   * compressed form. Older East Asian PDFs name such a map instead of carrying one. Rejects when absent.
   */
  characterMap(name: string): Promise<Uint8Array>;
  /** Reads pages by their look. Absent where nothing can draw them, as in Node. */
  readonly recogniser?: Recogniser;
  /** Told of each page that is about to be recognised: which of how many, from 1. */
  readonly onPage?: (page: number, of: number) => void;
}

/** Dots per inch at which pages are drawn: where Tesseract reads best. */
export const RESOLUTION = 300;

export interface Recogniser {
  /** Gives something to draw a page on, in pixels. */
  canvas(width: number, height: number): Canvas;
  /**
   * Reads the text in a picture.
   * In: what a page was drawn on, and languages by their names among Tesseract's data (`jpn_vert`), the main one
   * first. Rejects when a language is not at hand.
   */
  recognise(picture: Canvas, languages: readonly string[]): Promise<RecognisedPage>;
  /** Address of the folder with those decoders of pictures that pdf.js loads when it meets one. */
  readonly decoders: string;
}

/** An `OffscreenCanvas`, as far as there is a need to know; importers are built without a DOM as well. */
export interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d', options?: { readonly willReadFrequently?: boolean }): object | null;
}

export interface RecognisedPage {
  /** Lines of each paragraph, in reading order. */
  readonly paragraphs: readonly (readonly string[])[];
  /** How sure the recogniser is of what it read, 0–100. */
  readonly confidence: number;
}

/** Resources where no character maps are at hand: text that needs one is left out, with a warning. */
export const noResources: PdfResources = {
  characterMap: (name) => Promise.reject(new Error(`No character map ${name}`)),
};
