/** Larger files are refused before they are copied between processes. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** UTF-16 units. Longer labels do not fit a native menu; the renderer cuts them. */
export const MAX_LABEL_LENGTH = 120;
