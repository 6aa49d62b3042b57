/**
 * What elements are made of; where there is no document, as on a server, something that does no harm when the module is
 * imported.
 */
export const ELEMENT_BASE =
  typeof HTMLElement === 'undefined' ? (Object as unknown as typeof HTMLElement) : HTMLElement;
