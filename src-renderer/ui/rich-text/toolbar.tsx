import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Bold, Heading, Italic, List, ListOrdered, TextQuote } from 'lucide-react';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  SELECTION_CHANGE_COMMAND,
} from 'lexical';
import { useEffect, useState, type ComponentType } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from '../controls/button';
import { Tooltip } from '../overlays/tooltip';
import { $currentBlockType, setBlockType, type BlockType } from './blocks';
import styles from './rich-text.module.css';

type TextFormat = 'bold' | 'italic';

interface Formats {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly block: BlockType;
}

const textFormats: readonly { format: TextFormat; icon: ComponentType; keys: string }[] = [
  { format: 'bold', icon: Bold, keys: 'Mod+B' },
  { format: 'italic', icon: Italic, keys: 'Mod+I' },
];
const blockFormats: readonly { block: BlockType; icon: ComponentType }[] = [
  { block: 'heading', icon: Heading },
  { block: 'bullet', icon: List },
  { block: 'number', icon: ListOrdered },
  { block: 'quote', icon: TextQuote },
];

function $formats(): Formats {
  const selection = $getSelection();
  const isRange = $isRangeSelection(selection);
  return {
    bold: isRange && selection.hasFormat('bold'),
    italic: isRange && selection.hasFormat('italic'),
    block: $currentBlockType(),
  };
}

export function Toolbar() {
  const { t } = useTranslation('rich-text');
  const [editor] = useLexicalComposerContext();
  const [formats, setFormats] = useState<Formats>({ bold: false, italic: false, block: 'paragraph' });

  useEffect(() => {
    const read = () => setFormats(editor.getEditorState().read($formats, { editor }));
    const stops = [
      editor.registerUpdateListener(read),
      editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          read();
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, [editor]);

  return (
    <AriaToolbar aria-label={t('toolbar')} className={styles['toolbar'] ?? ''}>
      {textFormats.map(({ format, icon: Icon, keys }) => (
        <Tooltip key={format} text={t(format)} keys={keys}>
          <ToggleButton
            kind="quiet"
            aria-label={t(format)}
            isSelected={formats[format]}
            onChange={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
          >
            <Icon />
          </ToggleButton>
        </Tooltip>
      ))}
      {blockFormats.map(({ block, icon: Icon }) => (
        <Tooltip key={block} text={t(block)}>
          <ToggleButton
            kind="quiet"
            aria-label={t(block)}
            isSelected={formats.block === block}
            onChange={(selected) => setBlockType(editor, selected ? block : 'paragraph')}
          >
            <Icon />
          </ToggleButton>
        </Tooltip>
      ))}
    </AriaToolbar>
  );
}
