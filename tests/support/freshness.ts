import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a built file is there and none of the files and folders it was built from has changed since. */
export function isFresh(built: string, inputs: readonly string[]): boolean {
  return existsSync(built) && statSync(built).mtimeMs >= Math.max(...inputs.map(newestChangeMs));
}

function newestChangeMs(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChangeMs(join(path, name))));
}
