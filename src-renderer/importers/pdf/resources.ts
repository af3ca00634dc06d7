import type { GreyPicture } from './recognition/pixels';

/** What reading a PDF needs from outside its bytes. */
export interface PdfResources {
  /**
   * Gives one of Adobe's predefined character maps (`UniJIS-UTF16-H`, `Adobe-Korea1-UCS2`, …) in pdf.js's
   * compressed form. Older East Asian PDFs name such a map instead of carrying one. Rejects when absent.
   */
  characterMap(name: string): Promise<Uint8Array>;
  /** Reads pages by their look. Absent where that is not wanted. */
  readonly recogniser?: Recogniser;
  /** Told of each page that is about to be recognised: which of how many, from 1. */
  readonly onPage?: (page: number, of: number) => void;
}

/** Dots per inch at which pages are drawn: where Tesseract reads best. */
export const RESOLUTION = 300;
export const POINTS_PER_INCH = 72;
/** Posters would take more memory than there is: they are drawn smaller. */
export const MOST_PIXELS = 25_000_000;

export type Recogniser = DrawingRecogniser | ScanRecogniser;

interface AnyRecogniser<Picture> {
  /**
   * Reads the text in a picture.
   * In: the picture of a page, and languages by their names among Tesseract's data (`jpn_vert`), the main one
   * first. Rejects when a language is not at hand.
   */
  recognise(picture: Picture, languages: readonly string[]): Promise<RecognisedPage>;
  /** Address of the folder with those decoders of pictures that pdf.js loads when it meets one. */
  readonly decoders: string;
}

/** Where pages can be drawn: reads each as it looks. */
export interface DrawingRecogniser extends AnyRecogniser<Canvas> {
  /** Gives something to draw a page on, in pixels. */
  canvas(width: number, height: number): Canvas;
}

/** Where nothing can be drawn, as in Node: reads pages that are one picture. */
export type ScanRecogniser = AnyRecogniser<Scan>;

/** The picture that a page consists of. */
export interface Scan extends GreyPicture {
  /** Dots per inch. */
  readonly resolution: number;
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
