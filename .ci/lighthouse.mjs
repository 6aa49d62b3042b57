import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, root } from './install.mjs';
import { buildPage } from './run-tool.mjs';
import { serveBuilt } from './serve-built.mjs';
import { chromiumPath } from './tools.mjs';

/** @typedef {{ name: string, formFactor: string, scores: number[], failing: string[] }} Rating */

/** What has to be at 100. */
const categories = ['accessibility', 'best-practices', 'seo'];
const pages = [
  { name: 'page', path: '' },
  { name: 'embed demo', path: 'demo.html' },
];
const formFactors = ['desktop', 'mobile'];

try {
  ensureInstalled();
  // `npm run test:full` has just built the page.
  if (!process.argv.includes('--built') && (await buildPage(['--logLevel', 'warn'])) !== 0)
    throw new Error('The page could not be built; the reason is above.');
  process.exitCode = report(await rateAll());
} catch (error) {
  fail(error);
}

/** One rating for each page and form factor, on a server that sends the headers which `public/_headers` proposes. */
async function rateAll() {
  // Only now: before the installation there is nothing to import.
  const { launch } = await import('puppeteer-core');
  const server = await serveBuilt({ headers: sampleHeaders() });
  const browser = await launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    const ratings = [];
    for (const { name, path } of pages) {
      for (const formFactor of formFactors)
        ratings.push({
          name,
          formFactor,
          ...(await rate(`${server.url}${path}`, formFactor, browser)),
        });
    }
    return ratings;
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {string} url
 * @param {string} formFactor
 * @param {import('puppeteer-core').Browser} browser
 */
async function rate(url, formFactor, browser) {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const config = formFactor === 'desktop' ? desktopConfig : undefined;
  const result = await lighthouse(
    url,
    { port: Number(new URL(browser.wsEndpoint()).port), onlyCategories: categories, logLevel: 'error' },
    config,
  );
  if (result === undefined) throw new Error(`${url} was not rated`);
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = categories.map((id) => Math.round((lhr.categories[id]?.score ?? 0) * 100));
  const failing = categories
    .flatMap((id) => lhr.categories[id]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => lhr.audits[id] ?? [])
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative')
    .map(
      ({ id, title, details }) =>
        `${id}: ${title}${itemsOf(details)
          .slice(0, 3)
          .map(({ node, description }) => `\n    ${node?.selector ?? description ?? ''}`)
          .join('')}`,
    );
  return { scores, failing };
}

/**
 * What an audit found fault with; the type of its details depends on the audit.
 * @param {unknown} details
 * @returns {readonly { readonly node?: { readonly selector?: string }, readonly description?: string }[]}
 */
function itemsOf(details) {
  return /** @type {{ items?: [] } | undefined} */ (details)?.items ?? [];
}

/** What the sample file sends with every path. */
function sampleHeaders() {
  const lines = readFileSync(join(root, 'public/_headers'), 'utf8').split('\n');
  const from = lines.indexOf('/*') + 1;
  const rule = lines.slice(from, from + lines.slice(from).findIndex((line) => !line.startsWith('  ')));
  return Object.fromEntries(
    rule.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/**
 * Prints the table and what fails; the exit code.
 * @param {readonly Rating[]} ratings
 */
function report(ratings) {
  console.log(['', ...categories].map((title) => title.padEnd(22)).join(''));
  for (const { name, formFactor, scores } of ratings)
    console.log([`${name}, ${formFactor}`, ...scores].map((cell) => String(cell).padEnd(22)).join(''));
  const bad = ratings.filter(({ scores }) => scores.some((score) => score < 100));
  for (const { name, formFactor, failing } of bad)
    console.log(`\n${name}, ${formFactor}:\n${failing.map((audit) => `  ${audit}`).join('\n')}`);
  return bad.length === 0 ? 0 : 1;
}
