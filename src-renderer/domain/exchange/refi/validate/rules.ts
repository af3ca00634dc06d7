import { elementRules, rule, type ElementRule } from '../schema';

type Rules = Readonly<Record<string, ElementRule>>;

const authored = 'creatingUser:user creationDateTime:date-time modifyingUser:user modifiedDateTime:date-time';
const reference = rule('targetGUID!:ref', '');

/** The rules of project.qde by element name: those of what is handed on, and what it hangs on. */
export const projectRules: Rules = {
  ...elementRules,
  Project: rule(
    'name!:text origin:text creatingUserGUID:user creationDateTime:date-time modifyingUserGUID:user ' +
      'modifiedDateTime:date-time basePath:text',
    'Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*',
  ),
  Users: rule('', 'User*'),
  User: rule('guid!:id name:text id:text', ''),
  CodeBook: rule('', 'Codes!'),
  Codes: rule('', 'Code*'),
  Code: rule('guid!:id name!:text isCodable!:text color:color', 'Description? NoteRef* Code*'),
  Variables: rule('', 'Variable*'),
  Variable: rule('guid!:id name!:text typeOfVariable!:text', 'Description?'),
  Cases: rule('', 'Case*'),
  Case: rule('guid!:id name:text', 'Description? CodeRef* VariableValue* SourceRef* SelectionRef*'),
  Sources: rule('', ''),
  PDFSource: rule(
    `guid!:id name:text path:path currentPath:text ${authored}`,
    'Description? PDFSelection* Representation? Coding* NoteRef* VariableValue*',
  ),
  Notes: rule('', 'Note*'),
  Note: elementRules['TextSource'] ?? rule('', ''),
  Links: rule('', 'Link*'),
  Sets: rule('', 'Set*'),
  Graphs: rule('', 'Graph*'),
  SourceRef: reference,
  SelectionRef: reference,
};

/** The rules of a codebook file, which is older and knows less. */
export const codebookRules: Rules = {
  CodeBook: rule('origin:text', 'Codes! Sets?'),
  Codes: rule('', 'Code*'),
  Code: rule('guid!:id name!:text isCodable!:text color:color', 'Description? Code*'),
  Sets: rule('', 'Set*'),
  Set: rule('guid!:id name!:text', 'Description? MemberCode*'),
  MemberCode: rule('guid!:ref', ''),
  Description: rule('', '', true),
};

/** Lists that stand only where there is something in them. */
export const neverEmpty = new Set([
  'Users',
  'Codes',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
  'Sets',
  'Graphs',
]);

export const sourceElements = ['TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'];

const selections = [
  'PlainTextSelection',
  'PictureSelection',
  'PDFSelection',
  'AudioSelection',
  'VideoSelection',
  'TranscriptSelection',
];

/** What a reference may point at, by the element that makes it; absent: at anything. */
export const referenceEnds: Readonly<Record<string, readonly string[]>> = {
  CodeRef: ['Code'],
  MemberCode: ['Code'],
  NoteRef: ['Note'],
  MemberNote: ['Note'],
  VariableRef: ['Variable'],
  SourceRef: sourceElements,
  MemberSource: sourceElements,
  SelectionRef: selections,
  Edge: ['Vertex'],
  TranscriptSelection: ['SyncPoint'],
};
