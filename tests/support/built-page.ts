import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildPage } from '../../.ci/run-tool.mjs'

const root = resolve(import.meta.dirname, '../..')
const inputs = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** Vitest's global setup for the browser tests: they see the built page, and never one older than the source. */
export async function setup(): Promise<void> {
  const page = join(root, 'dist/index.html')
  const isFresh = existsSync(page) && statSync(page).mtimeMs >= Math.max(...inputs.map(newestChangeMs))
  if (isFresh) return
  if ((await buildPage(['--logLevel', 'warn'])) !== 0) throw new Error('The page could not be built; the reason is above.')
}

function newestChangeMs(input: string): number {
  const path = join(root, input)
  if (!existsSync(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChangeMs(join(input, name))))
}
