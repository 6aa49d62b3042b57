import type { Plugin } from 'vite';

/** The content security policy of every page. The sample headers for hosts say the same, and who may frame the page. */
export const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The policy as a tag, for a page that isn't made by Vite; `more` is what it may do besides. */
export function policyTag(more: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${SECURITY_POLICY}; ${more}" />`;
}

/**
 * Puts the content security policy at the top of the built page's head. The dev server is left out: it inlines scripts.
 */
export function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
