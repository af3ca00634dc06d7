import { describe, expect, it } from 'vitest';
import { validateRefi } from '../../../../src-renderer/domain/exchange/refi/validate/validate';
import { readXml } from '../../../../src-renderer/importers/xml/read';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const root = (xml: string) => {
  const read = readXml(new TextEncoder().encode(xml));
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
};

const sound = `<Project xmlns="urn:QDA-XML:project:1.0" name="Study" origin="x">
 <Users><User guid="${id(1)}" name="Ana"/></Users>
 <CodeBook><Codes><Code guid="${id(2)}" name="Border" isCodable="true" color="#FF0000"><NoteRef targetGUID="${id(7)}"/></Code></Codes></CodeBook>
 <Variables><Variable guid="${id(3)}" name="Year" typeOfVariable="Integer"/></Variables>
 <Cases><Case guid="${id(4)}" name="JP"><VariableValue><VariableRef targetGUID="${id(3)}"/><IntegerValue>2009</IntegerValue></VariableValue><SourceRef targetGUID="${id(5)}"/></Case></Cases>
 <Sources><TextSource guid="${id(5)}" name="Plan" plainTextPath="internal://plan.txt" creatingUser="${id(1)}">
  <PlainTextSelection guid="{${id(6)}}" startPosition="0" endPosition="4" creationDateTime="2026-01-01T00:00:00Z"><Coding guid="${id(8)}"><CodeRef targetGUID="${id(2)}"/></Coding></PlainTextSelection>
 </TextSource></Sources>
 <Notes><Note guid="${id(7)}"><PlainTextContent>why</PlainTextContent></Note></Notes>
</Project>`;
const texts = (path: string) => (path === 'internal://plan.txt' ? '𠮷𠮷ab' : undefined);
const keys = (xml: string) => validateRefi(root(xml), texts).map(({ key }) => key.replace('validate.', ''));

describe('checking a project', () => {
  it('finds nothing in a sound one', () => {
    expect(validateRefi(root(sound), texts)).toEqual([]);
  });

  it.each([
    ['a GUID that is none', id(8), 'x', ['value']],
    ['a GUID that repeats', `"${id(8)}"`, `"${id(1)}"`, ['guid-repeated']],
    ['a colour with alpha', '#FF0000', '#FF0000FF', ['value']],
    [
      'a code that is not there',
      `<CodeRef targetGUID="${id(2)}"`,
      `<CodeRef targetGUID="${id(99)}"`,
      ['reference'],
    ],
    [
      'a reference to something else',
      `<CodeRef targetGUID="${id(2)}"`,
      `<CodeRef targetGUID="${id(5)}"`,
      ['reference-kind'],
    ],
    ['a coder that is not there', `creatingUser="${id(1)}"`, `creatingUser="${id(98)}"`, ['reference']],
    ['a missing attribute', ' isCodable="true"', '', ['attribute-missing']],
    ['an attribute of its own', ' isCodable="true"', ' isCodable="true" weight="1"', ['attribute-unknown']],
    ['an end outside the text', 'endPosition="4"', 'endPosition="5"', ['position']],
    ['a selection that ends before it begins', 'startPosition="0"', 'startPosition="4"', ['position']],
    ['a position that is no number', 'startPosition="0"', 'startPosition="one"', ['value']],
    ['a date that is none', '2026-01-01T00:00:00Z', '2026-02-31T00:00:00Z', ['value']],
    ['an empty list', `<User guid="${id(1)}" name="Ana"/>`, '', ['empty', 'reference']],
    ['a text that is not in the archive', 'internal://plan.txt', 'internal://other.txt', ['file-missing']],
    ['no text', ' plainTextPath="internal://plan.txt"', '', ['text-missing']],
    ['a value of another kind', '<IntegerValue>2009<', '<IntegerValue>soon<', ['value']],
    ['a type that is none', 'typeOfVariable="Integer"', 'typeOfVariable="Number"', ['value']],
    ['an element of its own', '<Notes>', '<Diary/><Notes>', ['child', 'element']],
  ])('finds %s', (_, from, to, expected) => {
    expect(sound).toContain(from);
    expect(keys(sound.replace(from, to)).sort()).toEqual([...expected].sort());
  });

  it('finds children in the wrong order', () => {
    const users = /<Users>.*<\/Users>/.exec(sound)?.[0] ?? '';
    expect(keys(sound.replace(users, '').replace('</Project>', `${users}</Project>`))).toEqual(['order']);
  });
});

describe('checking a codebook', () => {
  const book = (codes: string) => `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x">${codes}</CodeBook>`;
  it('holds it to the older schema', () => {
    const code = `<Code guid="${id(1)}" name="a" isCodable="true"><Description>d</Description></Code>`;
    expect(keys(book(`<Codes>${code}</Codes>`))).toEqual([]);
    expect(keys(book(`<Codes>${code}</Codes><Sets/>`))).toEqual(['empty']);
    expect(keys(book(''))).toEqual(['child-missing']);
    expect(keys('<html/>')).toEqual(['root']);
  });
});
