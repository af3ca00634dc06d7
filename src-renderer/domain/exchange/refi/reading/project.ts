import type { XmlElement } from '../../../model/carried';
import type { Message } from '../../../model/message';
import { fail, ok, type Result } from '../../../model/result';
import type { RefiCase, RefiLink, RefiProject, RefiSet, RefiUser } from '../model';
import { colorIn, readCodes } from './codes';
import { attribute, childOf, childrenOf, descriptionOf, Reading, referenceIn, targetsIn } from './elements';
import { readSources } from './sources';
import { readText } from './texts';
import { readValues, readVariables } from './values';

/** A project as it was read, with what was mended and what could not be taken, as messages. */
export interface ReadProject {
  readonly project: RefiProject;
  readonly repairs: readonly Message[];
  readonly losses: readonly Message[];
}

/** The XML is something else: a codebook alone, or not of REFI-QDA at all. `root` is what it is. */
export interface NotAProject {
  readonly kind: 'codebook-only' | 'not-a-project';
  readonly root: string;
}

/**
 * Reads a REFI-QDA project, of any program and version.
 * In: the root element, by local names. Out: the project, GUIDs lower case and unique in their table,
 * positions in order; with the repairs and losses that this took. Fails where the root is no Project.
 * References are as the file has them: whether anything is at the other end is not looked at here.
 */
export function readProject(root: XmlElement): Result<ReadProject, NotAProject> {
  if (root.name === 'CodeBook') return fail({ kind: 'codebook-only', root: root.name });
  if (root.name !== 'Project') return fail({ kind: 'not-a-project', root: root.name });
  const reading = new Reading();
  const codebook = childOf(root, 'CodeBook');
  const project: RefiProject = {
    name: attribute(root, 'name'),
    origin: attribute(root, 'origin'),
    creatingUser: referenceIn(root, 'creatingUserGUID'),
    createdAt: attribute(root, 'creationDateTime'),
    modifyingUser: referenceIn(root, 'modifyingUserGUID'),
    modifiedAt: attribute(root, 'modifiedDateTime'),
    basePath: attribute(root, 'basePath'),
    description: descriptionOf(root),
    users: readUsers(childOf(root, 'Users'), reading),
    codes: readCodes(codebook, reading),
    variables: readVariables(childOf(root, 'Variables'), reading),
    cases: readCases(childOf(root, 'Cases'), reading),
    sources: readSources(childOf(root, 'Sources'), reading),
    notes: childrenOf(childOf(root, 'Notes'), 'Note').map((note, i) =>
      readText(note, 'notes', String(i), reading),
    ),
    links: readLinks(childOf(root, 'Links'), reading),
    sets: [childOf(root, 'Sets'), childOf(codebook, 'Sets')].flatMap((sets, i) => readSets(sets, i, reading)),
    graphs: childrenOf(childOf(root, 'Graphs'), 'Graph').map((graph, i) => ({
      ...graph,
      attributes: { ...graph.attributes, guid: reading.guid(graph, 'graphs', String(i)) },
    })),
    projectNotes: targetsIn(root, 'NoteRef'),
  };
  return ok({
    project,
    repairs: reading.repairs.messages('repair'),
    losses: reading.losses.messages('loss'),
  });
}

function readUsers(element: XmlElement | undefined, reading: Reading): readonly RefiUser[] {
  return childrenOf(element, 'User').map((user, i) => ({
    guid: reading.guid(user, 'users', String(i)),
    name: attribute(user, 'name').trim(),
    id: attribute(user, 'id').trim(),
  }));
}

function readCases(element: XmlElement | undefined, reading: Reading): readonly RefiCase[] {
  return childrenOf(element, 'Case').map((row, i) => ({
    guid: reading.guid(row, 'cases', String(i)),
    name: attribute(row, 'name').trim(),
    description: descriptionOf(row),
    codes: targetsIn(row, 'CodeRef'),
    values: readValues(row),
    sources: targetsIn(row, 'SourceRef'),
    selections: targetsIn(row, 'SelectionRef'),
  }));
}

const directions = ['Associative', 'OneWay', 'Bidirectional'] as const;

function readLinks(element: XmlElement | undefined, reading: Reading): readonly RefiLink[] {
  return childrenOf(element, 'Link').map((link, i) => ({
    guid: reading.guid(link, 'links', String(i)),
    name: attribute(link, 'name'),
    direction: directions.find((direction) => direction === attribute(link, 'direction')) ?? '',
    color: colorIn(link, reading),
    origin: referenceIn(link, 'originGUID'),
    target: referenceIn(link, 'targetGUID'),
    notes: targetsIn(link, 'NoteRef'),
  }));
}

function readSets(element: XmlElement | undefined, list: number, reading: Reading): readonly RefiSet[] {
  return childrenOf(element, 'Set').map((set, i) => ({
    guid: reading.guid(set, 'sets', `${list}/${i}`),
    name: attribute(set, 'name'),
    description: descriptionOf(set),
    codes: targetsIn(set, 'MemberCode'),
    sources: targetsIn(set, 'MemberSource'),
    notes: targetsIn(set, 'MemberNote'),
  }));
}
