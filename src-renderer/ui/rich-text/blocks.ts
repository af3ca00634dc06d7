import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';

/** What a paragraph can be. */
export const blockTypes = ['paragraph', 'heading', 'bullet', 'number', 'quote'] as const;
export type BlockType = (typeof blockTypes)[number];

/** The outermost blocks of the selection, in order. */
function $selectedBlocks(): readonly ElementNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = new Map<string, ElementNode>();
  for (const node of selection.getNodes()) {
    const top = node.getTopLevelElement();
    if ($isElementNode(top)) blocks.set(top.getKey(), top);
  }
  return [...blocks.values()];
}

/** What the first selected paragraph is. */
export function $currentBlockType(): BlockType {
  const [block] = $selectedBlocks();
  if ($isHeadingNode(block)) return 'heading';
  if ($isQuoteNode(block)) return 'quote';
  if ($isListNode(block)) return block.getListType() === 'number' ? 'number' : 'bullet';
  return 'paragraph';
}

const makers = {
  paragraph: $createParagraphNode,
  heading: () => $createHeadingNode('h3'),
  quote: () => $createQuoteNode(),
};

/** Makes the selected paragraphs what is wanted. */
export function setBlockType(editor: LexicalEditor, type: BlockType): void {
  if (type === 'bullet') {
    editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
    return;
  }
  if (type === 'number') {
    editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
    return;
  }
  editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
  editor.update(() => {
    for (const block of $selectedBlocks()) block.replace(makers[type](), true);
  });
}
