import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outline, parse } from './parse';

/** Office documents collected for testing, where they are at hand; never part of the repository. */
const inputs = join(import.meta.dirname, '../../../../shared/inputs/office');

// What each holds, as its own files say when they are unpacked and looked at.
const expected: [name: string, blocks: string[], warnings?: string[]][] = [
  ['accent.rtf', ['paragraph 0:  le café où on ne fume pas ']],
  ['bookmark.rtf', ['paragraph 0: Bookmark_1', 'paragraph 0: click me']],
  [
    'footnote.rtf',
    [
      "paragraph 0: Mead's landmark study has been amply annotated.[1] It was her work in America during the Second World War, however, that forms the basis for the paper. As others have noted,[2] this period was a turning point for Margaret Mead.",
      'note 0: [1] See Sahlins, Bateson, and Geertz for a complete bibliography.',
      'note 0: [2] A complete bibliography will be found at the end of this chapter.',
    ],
  ],
  [
    'formatting.rtf',
    ['paragraph 0: This is a test of formatting.  This is hidden: .', 'hidden 0: secret'],
    ['hidden-text'],
  ],
  [
    'table_nested_malformed_itap.rtf',
    [
      'paragraph 0: Parent before',
      'paragraph 0: Child at skipped level',
      'paragraph 0: Parent after',
      'paragraph 0: Outer cell',
    ],
  ],
  ['hiddenTextByStyle.odt', ['hidden 0: Hidden text'], ['hidden-text']],
  [
    'tableWithSpans.odt',
    [
      'table-row 0: H1 Rowspan 2\tH1-2\tH1-3',
      'table-row 0: \tH2-2/3\t',
      'table-row 0: B1-1\tB1-2\tRowspan 3',
    ],
  ],
  [
    'trackedChanges.odt',
    ['paragraph 0: Some text with  and inserted text.'],
    ['insertions-accepted', 'deletions-left-out'],
  ],
  ['unicode.odt', ['paragraph 0: “”’çӨ©¼вбФШöÉµ']],
  [
    'drop_cap.docx',
    [
      'paragraph 0: Drop cap.',
      'paragraph 0: Next paragraph.',
      'paragraph 0: Drop cap in margin.',
      'paragraph 0: Drop cap (not really).',
    ],
  ],
  [
    'i18n_blocks.docx',
    [
      'heading 1: This is Heading 1',
      'heading 2: This is Heading 2',
      'quote 0: This is Quote',
      'quote 0: This is Block Text',
    ],
  ],
  [
    'nested_sdt.docx',
    ['paragraph 0: Test Paragraph1', 'paragraph 0: Test Paragraph2', 'paragraph 0: Test Paragraph3'],
  ],
  [
    'notes.docx',
    [
      'heading 2: A footnote',
      'paragraph 0: Test footnote.[1] Test endnote.[2]',
      'note 0: [1] My note.',
      'note 0: [2] This is an endnote at the end of the document.',
    ],
  ],
  [
    'paragraph_insertion_deletion.docx',
    ['paragraph 0: This is a', 'paragraph 0:  splitParagraph.'],
    ['insertions-accepted', 'deletions-left-out'],
  ],
  [
    'sdt_elements.docx',
    ['table-row 0: col1Header\tcol2Header\tcol3Header', 'table-row 0: col1 content\tBody copy\tcol3 content'],
  ],
  [
    'special_punctuation.docx',
    ['paragraph 0: Soft hyphen: [\u00AD]', 'paragraph 0: Non-breaking hyphen: [\u2011]'],
  ],
  [
    'textbox_image.docx',
    ['paragraph 0: The image is below.', 'paragraph 0: The image is above.'],
    ['images-left-out'],
  ],
  [
    'track_changes_insertion.docx',
    ['paragraph 0: This is a text with two exciting insertions.'],
    ['insertions-accepted'],
  ],
  ['zotero_citations.docx', ['paragraph 0: This is a citation (Smith et al., 2013)']],
  [
    'features.epub',
    ['heading 1: Reflowable EPUB 3 Conformance Test Document: 0100', 'heading 2: Status of this Document'],
    ['navigation-left-out'],
  ],
];

describe.runIf(existsSync(inputs))('an office document at hand holds what its files hold', () => {
  it.each(expected)('%s', async (name, blocks, warnings = []) => {
    const source = await parse(name, new Uint8Array(readFileSync(join(inputs, `pandoc_${name}`))));
    expect(outline(source).slice(0, blocks.length)).toEqual(blocks);
    expect(source.warnings.map(({ key }) => key)).toEqual(warnings);
  });
});
