/** What reading a PDF needs from outside its bytes. */
export interface PdfResources {
  /**
   * Gives one of Adobe's predefined character maps (`UniJIS-UTF16-H`, `Adobe-Korea1-UCS2`, …) in pdf.js's
   * compressed form. Older East Asian PDFs name such a map instead of carrying one. Rejects when absent.
   */
  characterMap(name: string): Promise<Uint8Array>;
}

/** Resources where no character maps are at hand: text that needs one is left out, with a warning. */
export const noResources: PdfResources = {
  characterMap: (name) => Promise.reject(new Error(`No character map ${name}`)),
};
