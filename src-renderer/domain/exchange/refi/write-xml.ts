import { xmlExactAttribute, xmlText } from '../xml';
import type { XmlElement } from '../../model/carried';
import type {
  Guid,
  RefiAuthorship,
  RefiCase,
  RefiCode,
  RefiCoding,
  RefiProject,
  RefiSource,
  RefiText,
  RefiTextSelection,
  RefiValue,
} from './model';
import { decimal, writtenColor, writtenGuid, writtenMoment } from './values';

type Attributes = { readonly [name: string]: string };
type Chunks = Generator<string, void, undefined>;

/**
 * Writes a project as REFI-QDA project exchange XML (namespace urn:QDA-XML:project:1.0).
 * In: the project; every reference in it resolves. Out: the XML in pieces, to be encoded as UTF-8 without
 * BOM; elements in the order of the schema, empty containers left out, GUIDs in upper case, names on one
 * line, characters that XML cannot carry left out.
 */
export function* projectXml(project: RefiProject): Chunks {
  const attributes = written({
    name: project.name,
    origin: optional(project.origin),
    creatingUserGUID: guid(project.creatingUser),
    creationDateTime: moment(project.createdAt),
    modifyingUserGUID: guid(project.modifyingUser),
    modifiedDateTime: moment(project.modifiedAt),
    basePath: optional(project.basePath),
  });
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<Project xmlns="urn:QDA-XML:project:1.0"${attributes}>\n`;
  yield* container('Users', project.users, (user) =>
    empty('User', { guid: guid(user.guid), name: user.name, id: optional(user.id) }),
  );
  if (project.codes.length > 0) {
    yield '<CodeBook>\n';
    yield* container('Codes', project.codes, code);
    yield '</CodeBook>\n';
  }
  yield* container('Variables', project.variables, ({ guid: id, name, type, description }) =>
    element('Variable', { guid: guid(id), name, typeOfVariable: type }, descriptionOf(description)),
  );
  yield* container('Cases', project.cases, caseElement);
  yield* container('Sources', project.sources, source);
  yield* container('Notes', project.notes, (note) => text('Note', note));
  yield* container('Links', project.links, (link) =>
    element(
      'Link',
      {
        guid: guid(link.guid),
        name: optional(link.name),
        direction: optional(link.direction),
        color: optional(writtenColor(link.color)),
        originGUID: guid(link.origin),
        targetGUID: guid(link.target),
      },
      references('NoteRef', link.notes),
    ),
  );
  yield* container('Sets', project.sets, (set) =>
    element(
      'Set',
      { guid: guid(set.guid), name: set.name },
      descriptionOf(set.description),
      references('MemberCode', set.codes),
      references('MemberSource', set.sources),
      references('MemberNote', set.notes),
    ),
  );
  yield* container('Graphs', project.graphs, anyElement);
  yield* descriptionOf(project.description);
  yield* references('NoteRef', project.projectNotes);
  yield '</Project>\n';
}

const optional = (value: string): string | undefined => (value === '' ? undefined : value);
const guid = (id: Guid): string | undefined => (id === '' ? undefined : writtenGuid(id));
const moment = (at: string): string | undefined => optional(writtenMoment(at));

/** Attributes as they stand in a tag, in the order given; those that are undefined are left out. */
function written(attributes: { readonly [name: string]: string | undefined }): string {
  let all = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) all += ` ${name}="${xmlExactAttribute(value)}"`;
  return all;
}

function* container<T>(name: string, items: readonly T[], each: (item: T) => Iterable<string>): Chunks {
  if (items.length === 0) return;
  yield `<${name}>\n`;
  for (const item of items) yield* each(item);
  yield `</${name}>\n`;
}

function* empty(name: string, attributes: { readonly [name: string]: string | undefined }): Chunks {
  yield `<${name}${written(attributes)}/>\n`;
}

function* element(
  name: string,
  attributes: { readonly [name: string]: string | undefined },
  ...parts: readonly Iterable<string>[]
): Chunks {
  let open = false;
  for (const part of parts) {
    for (const chunk of part) {
      if (!open) yield `<${name}${written(attributes)}>\n`;
      open = true;
      yield chunk;
    }
  }
  if (open) yield `</${name}>\n`;
  else yield* empty(name, attributes);
}

function* descriptionOf(description: string): Chunks {
  const content = xmlText(description);
  if (content.trim()) yield `<Description>${content}</Description>\n`;
}

function* references(name: string, guids: readonly Guid[]): Chunks {
  for (const id of guids) yield* empty(name, { targetGUID: guid(id) });
}

function* each<T>(items: readonly T[], write: (item: T) => Iterable<string>): Chunks {
  for (const item of items) yield* write(item);
}

const code = (item: RefiCode): Chunks =>
  element(
    'Code',
    {
      guid: guid(item.guid),
      name: item.name,
      isCodable: String(item.codable),
      color: optional(writtenColor(item.color)),
    },
    descriptionOf(item.description),
    references('NoteRef', item.notes),
    each(item.children, code),
  );

const caseElement = (item: RefiCase): Chunks =>
  element(
    'Case',
    { guid: guid(item.guid), name: item.name },
    descriptionOf(item.description),
    references('CodeRef', item.codes),
    each(item.values, valueElement),
    references('SourceRef', item.sources),
    references('SelectionRef', item.selections),
  );

function valueElement({ variable, type, value }: RefiValue): Chunks {
  const content = typeof value === 'number' ? decimal(value) : xmlText(String(value ?? ''));
  const typed = value === null ? [] : [`<${type}Value>${content}</${type}Value>\n`];
  return element('VariableValue', {}, references('VariableRef', [variable]), typed);
}

const authorship = (item: RefiAuthorship) => ({
  creatingUser: guid(item.user),
  creationDateTime: moment(item.at),
  modifyingUser: guid(item.modifiedBy),
  modifiedDateTime: moment(item.modifiedAt),
});

const coding = (item: RefiCoding): Chunks =>
  element(
    'Coding',
    { guid: guid(item.guid), creatingUser: guid(item.user), creationDateTime: moment(item.at) },
    references('CodeRef', [item.code]),
    references('NoteRef', item.notes),
  );

const selection = (item: RefiTextSelection): Chunks =>
  element(
    'PlainTextSelection',
    {
      guid: guid(item.guid),
      name: item.name,
      startPosition: String(item.start),
      endPosition: String(item.end),
      ...authorship(item),
    },
    descriptionOf(item.description),
    each(item.codings, coding),
    references('NoteRef', item.notes),
  );

const text = (name: 'TextSource' | 'Representation' | 'Note', item: RefiText): Chunks =>
  element(
    name,
    {
      guid: guid(item.guid),
      name: item.name,
      richTextPath: optional(item.richTextPath),
      plainTextPath: optional(item.path),
      ...authorship(item),
    },
    descriptionOf(item.description),
    item.content === null ? [] : [`<PlainTextContent>${xmlText(item.content)}</PlainTextContent>\n`],
    each(item.selections, selection),
    each(item.codings, coding),
    references('NoteRef', item.notes),
    each(item.values, valueElement),
  );

function source(item: RefiSource): Chunks {
  if (item.kind === 'text') return text('TextSource', item);
  if (item.kind !== 'pdf') return anyElement(item.element);
  return element(
    'PDFSource',
    {
      guid: guid(item.guid),
      name: item.name,
      path: optional(item.path),
      currentPath: optional(item.currentPath),
      ...authorship(item),
    },
    descriptionOf(item.description),
    each(item.areas, anyElement),
    item.representation ? text('Representation', item.representation) : [],
    each(item.codings, coding),
    references('NoteRef', item.notes),
    each(item.values, valueElement),
  );
}

/** An element that is handed on: either character data or children stand in it. */
function* anyElement({ name, attributes, children, text: content }: XmlElement): Chunks {
  if (children.length === 0 && content !== '') {
    yield `<${name}${written(attributes as Attributes)}>${xmlText(content)}</${name}>\n`;
  } else {
    yield* element(name, attributes, each(children, anyElement));
  }
}
