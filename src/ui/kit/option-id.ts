/** The DOM id of a search option. Ids of events may hold anything, and a space would end an id reference. */
export function optionId(listId: string, optionKey: string): string {
  return `${listId}-${encodeURIComponent(optionKey)}`;
}
