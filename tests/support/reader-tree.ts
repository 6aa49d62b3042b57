import type { CDPSession, Locator, Page } from 'playwright-core';

/** What Chromium tells assistive technology of an element; only what is read here. */
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly value?: { readonly value: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
  readonly parentId?: string;
  readonly backendDOMNodeId?: number;
}

/** Boxes without a meaning, and the letters of texts that are told already. */
const SILENT = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'ListMarker']);
/** Told where they say something; the rest follows from the role. */
const TOLD = [
  'level',
  'expanded',
  'pressed',
  'checked',
  'selected',
  'disabled',
  'modal',
  'hasPopup',
  'valuemin',
  'valuemax',
  'live',
  'busy',
  'invalid',
  'current',
];
const UNSAID = new Set([
  'live: off',
  'hasPopup: false',
  'invalid: false',
  'disabled: false',
  'modal: false',
  'busy: false',
]);

/**
 * The page's accessibility tree as text, a line for each node that is told: role, name, and what else is said of it.
 * What is inert isn't in it.
 */
export async function readerTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await (session.send('Accessibility.getFullAXTree') as Promise<unknown>)) as {
      readonly nodes: readonly AxNode[];
    };
    const spoken = await spokenValues(page);
    const byId = new Map(nodes.map((node) => [node.nodeId, withSpoken(node, spoken)]));
    const root = nodes.find(({ parentId }) => parentId === undefined);
    return root === undefined ? '' : `${linesOf(root, byId, 0).join('\n')}\n`;
  } finally {
    await session.detach();
  }
}

/** What sliders say instead of their number, by name: the protocol leaves it out. */
function spokenValues(page: Page): Promise<ReadonlyMap<string, string>> {
  return page
    .locator('[aria-valuetext]')
    .evaluateAll((all) =>
      all.map((each) => [each.getAttribute('aria-label') ?? '', each.getAttribute('aria-valuetext') ?? ''] as const),
    )
    .then((pairs) => new Map(pairs));
}

function withSpoken(node: AxNode, spoken: ReadonlyMap<string, string>): AxNode {
  const words =
    node.role?.value === 'slider' || node.role?.value === 'separator' ? spoken.get(node.name?.value ?? '') : undefined;
  return words === undefined ? node : { ...node, value: { value: words } };
}

function linesOf(node: AxNode, byId: ReadonlyMap<string, AxNode>, depth: number): string[] {
  const role = node.role?.value ?? '';
  const isTold = !node.ignored && !SILENT.has(role) && role !== '';
  const children = (deeper: number) =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child === undefined ? [] : linesOf(child, byId, deeper);
    });
  if (!isTold) return children(depth);
  const line = `${'  '.repeat(depth)}${lineOf(node, role)}`;
  const below = children(depth + 1);
  const name = node.name?.value ?? '';
  // A button's words are its name: once is enough.
  const isRepeated =
    below.length > 0 &&
    below.every((each) => each.trim().startsWith('text ')) &&
    below
      .map((each) => JSON.parse(each.trim().slice(5)) as string)
      .join('')
      .replaceAll(/\s/g, '') === name.replaceAll(/\s/g, '');
  return isRepeated ? [line] : [line, ...below];
}

function lineOf({ name, description, value, properties = [] }: AxNode, role: string): string {
  if (role === 'StaticText') return `text ${JSON.stringify(name?.value ?? '')}`;
  const told = TOLD.flatMap((key) => {
    const found = properties.find((property) => property.name === key)?.value.value;
    return found === undefined || found === '' ? [] : [`${key}: ${String(found)}`];
  }).filter((each) => !UNSAID.has(each));
  const more = [
    ...(value?.value === undefined || value.value === '' ? [] : [`value: ${JSON.stringify(value.value)}`]),
    ...told,
    ...(description?.value === undefined || description.value === ''
      ? []
      : [`description: ${JSON.stringify(description.value)}`]),
  ];
  return [
    role === 'RootWebArea' ? 'document' : role,
    ...(name?.value === undefined || name.value === '' ? [] : [JSON.stringify(name.value)]),
    ...(more.length === 0 ? [] : [`(${more.join(', ')})`]),
  ].join(' ');
}

/** A reader of names under one element, for many looks at it. */
export interface NameReader {
  /** Names of what has the role inside, in the order of the tree. */
  readonly namesOf: (role: string) => Promise<readonly string[]>;
}

/**
 * Reads the names that assistive technology is told of what stands inside the first element that matches, whenever it
 * is asked.
 */
export async function nameReader(page: Page, inside: Locator): Promise<NameReader> {
  const session: CDPSession = await page.context().newCDPSession(page);
  // Kept from look to look; else the whole tree would be made anew for each.
  await session.send('Accessibility.enable');
  const handle = await inside.first().elementHandle();
  if (handle === null) throw new Error('Nothing matches');
  await handle.evaluate((element) => {
    (globalThis as { readerRoot?: Element }).readerRoot = element;
  });
  return {
    namesOf: async (role) => {
      const { result } = await session.send('Runtime.evaluate', { expression: 'readerRoot' });
      const { nodes } = (await (session.send('Accessibility.queryAXTree', {
        objectId: result.objectId!,
        role,
      }) as Promise<unknown>)) as { readonly nodes: readonly AxNode[] };
      return nodes.filter(({ ignored }) => !ignored).map(({ name }) => name?.value ?? '');
    },
  };
}
