import { loadChunks } from './chunk-loader';
import { isOwnAddress } from './own-address';

/*
 * The one script that stands in the page itself (build/opening-script.ts); the page's policy knows it by its hash.
 */

/**
 * Data from the page's own host only. The policy in the page can't say so for a frame without an origin, where WebKit's
 * 'self' is nobody; a second policy only ever forbids more.
 */
function askOwnHostOnly(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src ${location.protocol.startsWith('http') ? location.origin : "'none'"}`;
  document.head.append(policy);
}

/** Where a host's own policy refuses styles that stand in a page; those that a script lays on are none of its matter. */
function styleAllTheSame(): void {
  const style = document.querySelector('style');
  if (style === null || style.sheet !== null) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.textContent);
  document.adoptedStyleSheets = [sheet];
}

function documentParsed(): Promise<unknown> {
  return new Promise((resolve) =>
    document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', resolve) : resolve(undefined),
  );
}

/**
 * Hides what the page holds where it isn't what its reader came for, before anything is painted; it is shown again when
 * what they came for is there (app/carried/own-opening.ts). Returns how to show it where that can't be.
 */
function hideOthers(): () => void {
  if (!isOwnAddress(location.hash)) return () => undefined;
  const { title } = document;
  document.documentElement.dataset['own'] = '';
  document.title = '...';
  return () => {
    delete document.documentElement.dataset['own'];
    document.title = title;
  };
}

/** What the oldest browsers that the page is for have, and older ones don't, as written/written.css asks them. */
function isTooOld(): boolean {
  return [':dir(rtl)', ':has(a)'].some((selector) => CSS?.supports(`selector(${selector})`) === false);
}

/** Says in the written page why it stays (build/written-page.tsx). */
function show(id: string): void {
  document.querySelector(id)?.removeAttribute('hidden');
}

// The written page's line for where no script of it runs goes (written/written.css).
document.documentElement.dataset['opens'] = '';
const parsed = documentParsed();
askOwnHostOnly();
if (isTooOld()) void parsed.then(() => show('#timeline-too-old'));
else {
  const showOthers = hideOthers();
  loadChunks('./app', parsed.then(styleAllTheSame)).catch(async (error: unknown) => {
    await parsed;
    showOthers();
    show('#timeline-unopened');
    throw error;
  });
}
