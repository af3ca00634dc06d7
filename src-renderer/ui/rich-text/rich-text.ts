/** Rich text as it is kept: the editor's own notation, and the same as plain text. */
export interface RichText {
  readonly body: string;
  readonly plainText: string;
}
