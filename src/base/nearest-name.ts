/**
 * Of the names the one that was most likely meant; undefined where none is near (more than a third of its letters would
 * have to change). Capitals count for nothing. O(names x length squared).
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > MOST_LENGTH) return undefined;
  const asked = written.toLowerCase();
  let best: { readonly name: string; readonly steps: number } | undefined;
  for (const name of names) {
    const steps = editDistance(asked, name.toLowerCase());
    if (steps <= mostSteps(name) && (best === undefined || steps < best.steps)) best = { name, steps };
  }
  return best?.name;
}

function mostSteps({ length }: string): number {
  return length < 5 ? Math.min(1, length - 1) : Math.ceil(length / 3);
}

/** No name is longer. */
const MOST_LENGTH = 40;

/** Levenshtein's: letters put in, taken out or exchanged. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
