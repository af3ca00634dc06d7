/** The recogniser's core and data lie with the window, which uses the same; all pieces of this program in `main`. */
export const recogniserFolder = new URL('../renderer/recogniser/', import.meta.url);
