import type { SourceId } from './ids';

/** An XML element by its local name: what the reader works on and what is handed on unread. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlElement[];
  /** Character data directly inside the element, in order, joined. */
  readonly text: string;
}

/**
 * Something of another program's project that Parallax does not show but keeps, lists, and hands on
 * unchanged when the project is exported: nothing is dropped in silence.
 */
export interface CarriedItem {
  /** The GUID that it had. */
  readonly id: string;
  readonly kind: 'picture' | 'audio' | 'video' | 'pdf-area' | 'link' | 'set' | 'graph';
  readonly name: string;
  /** The source that it belongs to (areas of a PDF); null for all else. */
  readonly sourceId: SourceId | null;
  /** Name of its file, kept beside the original files of sources under this id; '' for none. */
  readonly fileName: string;
  /** How many codings hang on it. */
  readonly codings: number;
  /** Its REFI-QDA element, as it was read. */
  readonly element: XmlElement;
}
