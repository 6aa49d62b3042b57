import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.0, 2.1 and 2.2, A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe can't decide by itself, looked at by hand (docs/accessibility.md says what was seen). Anything else that it
 * leaves open counts as a finding, until somebody has looked.
 */
const LOOKED_AT: readonly { readonly rule: string; readonly says: RegExp; readonly why: string }[] = [
  {
    rule: 'color-contrast',
    says: /only non-text characters|too short/,
    why: 'signs (×, ▸, ▲, arrows): text colours of the tokens, which tests/unit/render/tokens.test.ts measures',
  },
  {
    rule: 'color-contrast',
    says: /background image/,
    why: 'the arrow of a select lies beside its words, on the surface colour',
  },
  {
    rule: 'color-contrast',
    says: /obscured|overlap|outside|background gradient/,
    why: 'scrolled under a sticky head, or in a box that scrolls: the same token colours as what is in sight',
  },
  {
    rule: 'color-contrast',
    says: /has no value/,
    why: 'a field whose placeholder is in the meta colour, which tests/unit/render/tokens.test.ts measures',
  },
  {
    rule: 'label-content-name-mismatch',
    says: /Unable to determine/,
    why: 'buttons whose visible content is a sign (+, −, ?, ×): there are no words to be in the name',
  },
  {
    rule: 'target-size',
    says: /negative tabindex|closest neighbors|obscured by/,
    why: 'marks that lie close in time: the list and Previous / Next in the panel reach the same events (exception “equivalent”)',
  },
  { rule: 'frame-tested', says: /./, why: 'each frame is looked at as a document of its own' },
];

/**
 * Of one document: violations and what nobody has looked at, each with the first elements it names; from outside the
 * page, where its policy has no say.
 */
export async function axeFindings(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axeSource);
  // As text, and without what passed: the driver takes a large value apart piece by piece.
  const text = await page.evaluate<string>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations', 'incomplete'], iframes: false, preload: false })
      .then(({ violations, incomplete }) => JSON.stringify({ violations, incomplete }))`,
  );
  const { violations, incomplete } = JSON.parse(text) as Pick<AxeResults, 'violations' | 'incomplete'>;
  const found = [
    ...violations.map(({ id, nodes }) => ({ id, nodes, kind: 'violation' })),
    ...incomplete.map(({ id, nodes }) => ({
      id,
      nodes: nodes.filter((node) => !isLookedAt(id, node)),
      kind: 'to be looked at',
    })),
  ];
  return found
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, kind, nodes }) =>
        `${kind}: ${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(' ')} ${saysOf(node)}`)
          .join('; ')} (${nodes.length})`,
    );
}

function isLookedAt(rule: string, node: NodeResult): boolean {
  return LOOKED_AT.some((known) => known.rule === rule && known.says.test(saysOf(node)));
}

function saysOf({ any, all, none }: NodeResult): string {
  return [...any, ...all, ...none].map(({ message }) => message).join(' ');
}
