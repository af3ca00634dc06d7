export type { RichText } from './rich-text';
export { RichTextEditor, type RichTextEditorProps } from './rich-text-editor';
