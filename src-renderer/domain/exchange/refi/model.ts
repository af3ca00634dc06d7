import type { XmlElement } from '../../model/carried';

/**
 * REFI-QDA 1.5 as data: what a project.qde says, free of how XML writes it. The reader makes it from any
 * program's file, the writer writes it; what Parallax makes of it stands elsewhere.
 *
 * GUIDs are lower-case 8-4-4-4-12 without braces. Positions are 0-based and half-open `[start, end)`; in
 * which unit depends on the program that wrote them, so they are bare numbers here until a convention is
 * known (positions.ts). '' stands for an attribute or description that is absent.
 */
export type Guid = string;

export interface RefiUser {
  readonly guid: Guid;
  readonly name: string;
  /** The short id of the standard; used for initials. */
  readonly id: string;
}

export interface RefiCode {
  readonly guid: Guid;
  readonly name: string;
  readonly codable: boolean;
  /** `#RRGGBB`, upper case, or ''. */
  readonly color: string;
  readonly description: string;
  readonly notes: readonly Guid[];
  readonly children: readonly RefiCode[];
}

export const refiVariableTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;
export type RefiVariableType = (typeof refiVariableTypes)[number];

export interface RefiVariable {
  readonly guid: Guid;
  readonly name: string;
  readonly type: RefiVariableType;
  readonly description: string;
}

/** A value of a variable; null where the file has the reference without a value. Dates are strings. */
export interface RefiValue {
  readonly variable: Guid;
  readonly type: RefiVariableType;
  readonly value: string | number | boolean | null;
}

export interface RefiCase {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly Guid[];
  readonly values: readonly RefiValue[];
  readonly sources: readonly Guid[];
  readonly selections: readonly Guid[];
}

/** Who made something and when; dates as in the file, '' where absent. */
export interface RefiAuthorship {
  readonly user: Guid;
  readonly at: string;
  readonly modifiedBy: Guid;
  readonly modifiedAt: string;
}

export interface RefiCoding {
  readonly guid: Guid;
  readonly code: Guid;
  readonly user: Guid;
  readonly at: string;
  readonly notes: readonly Guid[];
}

export interface RefiTextSelection extends RefiAuthorship {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly Guid[];
}

/** A text: a source, the Representation of a PDF, or a note. Exactly one of `path` and `content` is set. */
export interface RefiText extends RefiAuthorship {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  /** `internal://…` of the plain text; '' when the text stands in the XML. */
  readonly path: string;
  readonly richTextPath: string;
  readonly content: string | null;
  readonly selections: readonly RefiTextSelection[];
  /** Codings of the whole text. */
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly Guid[];
  readonly values: readonly RefiValue[];
}

export interface RefiTextSource extends RefiText {
  readonly kind: 'text';
}

export interface RefiPdfSource extends RefiAuthorship {
  readonly kind: 'pdf';
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly path: string;
  readonly currentPath: string;
  readonly representation: RefiText | null;
  /** PDFSelection elements: areas of a page, handed on as they are. */
  readonly areas: readonly XmlElement[];
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly Guid[];
  readonly values: readonly RefiValue[];
}

/** A picture, audio or video source: kept and handed on with all that stands in it, not shown. */
export interface RefiMediaSource {
  readonly kind: 'picture' | 'audio' | 'video';
  readonly guid: Guid;
  readonly name: string;
  /** Path of its file, '' where it has none. */
  readonly path: string;
  /** Codings anywhere below it. */
  readonly codings: number;
  readonly element: XmlElement;
}

export type RefiSource = RefiTextSource | RefiPdfSource | RefiMediaSource;

export interface RefiLink {
  readonly guid: Guid;
  readonly name: string;
  readonly direction: 'Associative' | 'OneWay' | 'Bidirectional' | '';
  readonly color: string;
  readonly origin: Guid;
  readonly target: Guid;
  readonly notes: readonly Guid[];
}

export interface RefiSet {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly Guid[];
  readonly sources: readonly Guid[];
  readonly notes: readonly Guid[];
}

export interface RefiProject {
  readonly name: string;
  /** The program that wrote the file and its version, as it says. */
  readonly origin: string;
  readonly creatingUser: Guid;
  readonly createdAt: string;
  readonly modifyingUser: Guid;
  readonly modifiedAt: string;
  readonly basePath: string;
  readonly description: string;
  readonly users: readonly RefiUser[];
  readonly codes: readonly RefiCode[];
  readonly variables: readonly RefiVariable[];
  readonly cases: readonly RefiCase[];
  readonly sources: readonly RefiSource[];
  readonly notes: readonly RefiText[];
  readonly links: readonly RefiLink[];
  readonly sets: readonly RefiSet[];
  /** Graph elements, handed on as they are. */
  readonly graphs: readonly XmlElement[];
  /** Notes on the project. */
  readonly projectNotes: readonly Guid[];
}
