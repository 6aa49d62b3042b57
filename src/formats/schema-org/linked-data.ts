import { textOf } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import { isRecord } from '../json/decode';

/** A node of JSON-LD whose keys are schema.org's own names, without the prefixes that a file may give them. */
export type LinkedNode = JsonRecord;

/** All nodes of a document, and which have an id to be meant by. */
export interface LinkedNodes {
  readonly byId: ReadonlyMap<string, LinkedNode>;
  /** Where it stands, and the node that it stands in as a part (`subEvent`). */
  readonly events: readonly {
    readonly node: LinkedNode;
    readonly where: string;
    readonly partOf: LinkedNode | undefined;
  }[];
  /** Every type that any node has. */
  readonly types: ReadonlySet<string>;
}

const PREFIX = /^(?:schema:|https?:\/\/schema\.org\/)/;
/** As deep as anybody nests a file; what is deeper is no document. */
const DEEPEST = 40;
const PARTS: ReadonlySet<string> = new Set(['subEvent', 'subEvents', 'hasPart']);
const EVENT_TYPES: ReadonlySet<string> = new Set(['Festival', 'Hackathon', 'EventSeries', 'CourseInstance']);

/** Every event in a value of JSON, in lists, `@graph` and other nodes alike. O(n). */
export function linkedNodes(value: unknown): LinkedNodes {
  const byId = new Map<string, LinkedNode>();
  const events: LinkedNodes['events'][number][] = [];
  const types = new Set<string>();
  const walk = (each: unknown, where: string, depth: number, partOf: LinkedNode | undefined): void => {
    if (depth > DEEPEST) return;
    if (Array.isArray(each)) {
      each.forEach((entry: unknown, index) => walk(entry, `${where}/${index}`, depth + 1, partOf));
      return;
    }
    if (!isRecord(each)) return;
    const node = unprefixed(each);
    const own = typesOf(node);
    for (const type of own) types.add(type);
    const id = textOf(node['@id']);
    // A node that has an id alone only means another.
    if (id !== undefined && !byId.has(id) && Object.keys(node).length > 1) byId.set(id, node);
    const isOne = own.some(isEventType);
    if (isOne) events.push({ node, where, partOf });
    for (const [key, inner] of Object.entries(node))
      walk(inner, `${where}/${key}`, depth + 1, isOne && PARTS.has(key) ? node : undefined);
  };
  walk(value, '', 0, undefined);
  return { byId, events, types };
}

/** `BusinessEvent`, `Festival`; `PublicationEvent` too. */
function isEventType(type: string): boolean {
  return type.endsWith('Event') || EVENT_TYPES.has(type);
}

/** Types of a node by schema.org's own names. */
export function typesOf(node: LinkedNode): readonly string[] {
  const type = node['@type'];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.filter((each) => typeof each === 'string').map((each) => each.replace(PREFIX, ''));
}

function unprefixed(record: JsonRecord): LinkedNode {
  const entries = Object.entries(record);
  if (!entries.some(([key]) => PREFIX.test(key))) return record;
  return Object.fromEntries(entries.map(([key, value]) => [key.replace(PREFIX, ''), value]));
}

/** Values of a field: those of a list, or the one that there is; nodes that are only meant by their id are looked up. */
export function valuesIn(node: LinkedNode, key: string, { byId }: LinkedNodes): readonly unknown[] {
  const value = Object.hasOwn(node, key) ? node[key] : undefined;
  const values: readonly unknown[] = Array.isArray(value)
    ? value
    : value === undefined || value === null
      ? []
      : [value];
  return values.map((each) => {
    if (!isRecord(each)) return each;
    const known = byId.get(textOf(each['@id']) ?? '');
    return known !== undefined && Object.keys(each).length === 1 ? known : unprefixed(each);
  });
}

/** The first text of a field, of several languages the wanted one; of a node its name. */
export function wordsIn(node: LinkedNode, key: string, nodes: LinkedNodes, language: string): string | undefined {
  const values = valuesIn(node, key, nodes);
  const own = values.find((value) => isRecord(value) && String(value['@language']).split('-')[0] === language);
  return own === undefined
    ? values.map((value) => wordsOf(value, nodes)).find((text) => text !== undefined)
    : wordsOf(own, nodes);
}

/** A value as text: itself, `@value`, or the name of what it is. */
export function wordsOf(value: unknown, nodes: LinkedNodes): string | undefined {
  if (!isRecord(value)) return textOf(value);
  const given = textOf(value['@value']);
  if (given !== undefined) return given;
  for (const key of ['name', 'headline', 'legalName', 'url']) {
    const words = valuesIn(value, key, nodes)
      .map((each) => (isRecord(each) ? textOf(each['@value']) : textOf(each)))
      .find((text) => text !== undefined);
    if (words !== undefined) return words;
  }
  return undefined;
}
