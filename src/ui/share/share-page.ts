/** Where the build says what it ships (build/dataset-scripts.ts). */
const SHIPPED = 'template#shipped-datasets';

/**
 * The absolute address of a shipped set's own page, which answers with a card and an oEmbed document; undefined for the
 * page's own set, whose page is this one, and for a build that doesn't know its address.
 */
export function sharePageOf(id: string, document: Document): string | undefined {
  const shipped = document.querySelector<HTMLTemplateElement>(SHIPPED)?.content.querySelectorAll('script') ?? [];
  return [...shipped].find(({ dataset }) => dataset['id'] === id)?.dataset['page'];
}
