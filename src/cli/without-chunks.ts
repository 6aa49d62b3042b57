import { register } from 'node:module';

/**
 * Modules that Vite makes of the catalogues (build/message-catalogues.ts), and that no page's program has at hand: here
 * nothing stands in them, since the program speaks English, all of which it has.
 */
const HOOK = `
export const resolve = (specifier, context, next) =>
  /\\/(?:message-chunks|en-opening)$/.test(specifier)
    ? { url: 'data:text/javascript,export default {}', shortCircuit: true }
    : next(specifier, context);
`;

/** To be called before such a module is imported. */
export function withoutMessageChunks(): void {
  register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
}
