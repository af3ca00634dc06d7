/** Larger files are refused before they are copied between processes. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** A folder with more files below it is some other folder than that of a collection. */
export const MAX_FOLDER_FILES = 20_000;

/** Folders within folders. */
export const MAX_FOLDER_DEPTH = 32;

/** UTF-16 units. Longer labels do not fit a native menu; the renderer cuts them. */
export const MAX_LABEL_LENGTH = 120;
