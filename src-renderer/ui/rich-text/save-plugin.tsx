import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, BLUR_COMMAND, COMMAND_PRIORITY_LOW } from 'lexical';
import { useEffect, useEffectEvent } from 'react';
import { onLeaving } from '../leaving';
import type { RichText } from './rich-text';

/** Milliseconds without typing after which the text is saved. */
const PAUSE = 400;

/**
 * Saves what was typed: after a pause, when the editor loses the focus, when it goes away, and when the
 * window does. Never without a change.
 */
export function SavePlugin({ onSave }: { onSave: (text: RichText) => void }) {
  const [editor] = useLexicalComposerContext();
  const emit = useEffectEvent(onSave);

  useEffect(() => {
    const read = (): RichText =>
      editor.read(() => ({
        body: JSON.stringify(editor.getEditorState().toJSON()),
        plainText: $getRoot().getTextContent(),
      }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let { body: saved } = read();
    const save = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      const text = read();
      if (text.body === saved) return;
      saved = text.body;
      emit(text);
    };
    const stops = [
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        // A caret that moves makes nothing dirty.
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        clearTimeout(timer);
        timer = setTimeout(save, PAUSE);
      }),
      editor.registerCommand(
        BLUR_COMMAND,
        () => {
          save();
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ];
    stops.push(onLeaving(save));
    return () => {
      stops.forEach((stop) => stop());
      save();
    };
  }, [editor]);
  return null;
}
