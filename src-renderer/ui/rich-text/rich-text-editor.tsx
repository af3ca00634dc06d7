import { ListItemNode, ListNode } from '@lexical/list';
import { AutoFocusPlugin } from '@lexical/react/LexicalAutoFocusPlugin';
import { LexicalComposer, type InitialConfigType } from '@lexical/react/LexicalComposer';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical';
import { useState } from 'react';
import type { RichText } from './rich-text';
import { SavePlugin } from './save-plugin';
import { Toolbar } from './toolbar';
import styles from './rich-text.module.css';

export interface RichTextEditorProps {
  readonly label: string;
  readonly placeholder: string;
  /** What the editor opens with. Later values are not read: give the editor another key. */
  readonly text: RichText;
  readonly onSave: (text: RichText) => void;
  /** Escape was pressed. */
  readonly onClose?: () => void;
  readonly autoFocus?: boolean;
}

const theme = {
  text: { bold: styles['bold'] ?? '', italic: styles['italic'] ?? '' },
  heading: { h1: styles['heading'] ?? '', h2: styles['heading'] ?? '', h3: styles['heading'] ?? '' },
  quote: styles['quote'] ?? '',
  list: {
    ul: styles['bullets'] ?? '',
    ol: styles['numbers'] ?? '',
    nested: { listitem: styles['nested'] ?? '' },
  },
};

/** Writes rich text: headings, lists, quotes, bold, italic. Saves by itself. */
export function RichTextEditor({
  label,
  placeholder,
  text,
  onSave,
  onClose,
  autoFocus = false,
}: RichTextEditorProps) {
  const [config] = useState<InitialConfigType>(() => ({
    namespace: 'parallax',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode],
    theme,
    editorState: (editor) => load(editor, text),
    onError: (error) => {
      throw error;
    },
  }));
  return (
    <LexicalComposer initialConfig={config}>
      <div
        className={styles['editor']}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || !onClose) return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
      >
        <Toolbar />
        <div className={styles['page']}>
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className={styles['content'] ?? ''}
                ariaLabel={label}
                aria-placeholder={placeholder}
                placeholder={<p className={styles['placeholder']}>{placeholder}</p>}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
      </div>
      <HistoryPlugin />
      <ListPlugin />
      <SavePlugin onSave={onSave} />
      {autoFocus && <AutoFocusPlugin defaultSelection="rootEnd" />}
    </LexicalComposer>
  );
}

/** Fills an editor. A body that it cannot read, as another program may have written, gives its plain text. */
function load(editor: LexicalEditor, { body, plainText }: RichText): void {
  const state = body && readState(editor, body);
  if (state) editor.setEditorState(state);
  else {
    const paragraphs = plainText.split(/\n{2,}/).map((line) => {
      const paragraph = $createParagraphNode();
      return line ? paragraph.append($createTextNode(line)) : paragraph;
    });
    $getRoot().append(...paragraphs);
  }
}

function readState(editor: LexicalEditor, body: string) {
  try {
    const state = editor.parseEditorState(body);
    return state.isEmpty() ? null : state;
  } catch {
    // Not this editor's notation; the plain text stands in.
    return null;
  }
}
