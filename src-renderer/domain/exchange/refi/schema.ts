/**
 * The project schema of REFI-QDA 1.5 as data: which attributes an element has, of which kind, and which
 * children in which order. Whatever is handed on from another program's file is held to it.
 *
 * Kinds of attributes: `id` names the element, `user` and `ref` point at others, the rest are simple
 * types. A `!` after the name: required. Children: `?` at most one, `!` exactly one, `*` any number.
 */
export type AttributeKind =
  | 'id'
  | 'user'
  | 'ref'
  | 'text'
  | 'path'
  | 'integer'
  | 'date-time'
  | 'color'
  | 'direction'
  | 'shape'
  | 'line-style';

export interface ElementRule {
  readonly attributes: { readonly [name: string]: AttributeKind };
  readonly required: readonly string[];
  /** In the order of the schema. */
  readonly children: readonly (readonly [name: string, occurs: '?' | '!' | '*'])[];
  /** Whether character data stands in it. */
  readonly text: boolean;
}

type Occurs = '?' | '!' | '*';

/** In: attributes such as `guid!:id name:text`, children such as `Description? Coding*`. */
export function rule(attributes: string, children: string, text = false): ElementRule {
  const parts = attributes.split(' ').filter(Boolean);
  const split = parts.map((part) => part.split(':') as [string, AttributeKind]);
  return {
    attributes: Object.fromEntries(split.map(([name, kind]) => [name.replace('!', ''), kind])),
    required: split.filter(([name]) => name.endsWith('!')).map(([name]) => name.slice(0, -1)),
    children: children
      .split(' ')
      .filter(Boolean)
      .map((child) => [child.slice(0, -1), child.slice(-1) as Occurs]),
    text,
  };
}

const made = 'creatingUser:user creationDateTime:date-time';
const authored = `${made} modifyingUser:user modifiedDateTime:date-time`;
const named = 'guid!:id name:text';
const source = `${named} path:path currentPath:text ${authored}`;
const box = 'firstX!:integer firstY!:integer secondX!:integer secondY!:integer';
const texts = `${named} richTextPath:path plainTextPath:path ${authored}`;
const coded = 'Description? Coding* NoteRef*';
const sourceEnd = 'Coding* NoteRef* VariableValue*';
const reference = rule('targetGUID!:ref', '');
const textSource = rule(texts, `Description? PlainTextContent? PlainTextSelection* ${sourceEnd}`);
const content = rule('', '', true);

/** The rules by element name, for all that can be handed on. */
export const elementRules: { readonly [name: string]: ElementRule } = {
  TextSource: textSource,
  Representation: textSource,
  TextDescription: textSource,
  PlainTextSelection: rule(`${named} startPosition!:integer endPosition!:integer ${authored}`, coded),
  PictureSource: rule(source, `Description? TextDescription? PictureSelection* ${sourceEnd}`),
  PictureSelection: rule(`${named} ${box} ${authored}`, coded),
  PDFSelection: rule(
    `${named} page!:integer ${box} ${authored}`,
    'Description? Representation? Coding* NoteRef*',
  ),
  AudioSource: rule(source, `Description? Transcript* AudioSelection* ${sourceEnd}`),
  AudioSelection: rule(`${named} begin!:integer end!:integer ${authored}`, coded),
  VideoSource: rule(source, `Description? Transcript* VideoSelection* ${sourceEnd}`),
  VideoSelection: rule(`${named} begin!:integer end!:integer ${authored}`, coded),
  Transcript: rule(texts, 'Description? PlainTextContent? SyncPoint* TranscriptSelection* NoteRef*'),
  SyncPoint: rule('guid!:id timeStamp:integer position:integer', ''),
  TranscriptSelection: rule(`${named} fromSyncPoint:ref toSyncPoint:ref ${authored}`, coded),
  Coding: rule(`guid!:id ${made}`, 'CodeRef! NoteRef*'),
  VariableValue: rule(
    '',
    'VariableRef! TextValue? BooleanValue? IntegerValue? FloatValue? DateValue? DateTimeValue?',
  ),
  Graph: rule(named, 'Vertex* Edge*'),
  Vertex: rule(
    'guid!:id representedGUID:ref name:text firstX!:integer firstY!:integer secondX:integer ' +
      'secondY:integer shape:shape color:color',
    '',
  ),
  Edge: rule(
    'guid!:id representedGUID:ref name:text sourceVertex!:ref targetVertex!:ref color:color ' +
      'direction:direction lineStyle:line-style',
    '',
  ),
  Link: rule(
    'guid!:id name:text direction:direction color:color originGUID!:ref targetGUID!:ref',
    'NoteRef*',
  ),
  Set: rule('guid!:id name!:text', 'Description? MemberCode* MemberSource* MemberNote*'),
  CodeRef: reference,
  NoteRef: reference,
  VariableRef: reference,
  MemberCode: reference,
  MemberSource: reference,
  MemberNote: reference,
  Description: content,
  PlainTextContent: content,
  TextValue: content,
  BooleanValue: content,
  IntegerValue: content,
  FloatValue: content,
  DateValue: content,
  DateTimeValue: content,
};
