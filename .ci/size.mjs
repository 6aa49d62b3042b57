import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './install.mjs'

/** Gzipped bytes that all files of a kind may have together. */
const limits = new Map([
  ['.js', 180_000],
  ['.css', 14_000],
])

const dist = join(root, 'dist')
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted()

const totals = new Map()
for (const file of files) {
  const bytes = gzipSync(readFileSync(file), { level: 9 }).length
  // Datasets are shipped as scripts too, and only the one that a reader chooses is loaded.
  const kind = dirname(file) === join(dist, 'data') ? 'data' : extname(file)
  totals.set(kind, (totals.get(kind) ?? 0) + bytes)
  console.log(`${kilobytes(bytes)}  ${file.slice(dist.length + 1)}`)
}

for (const [kind, limit] of limits) {
  const total = totals.get(kind) ?? 0
  const isOver = total > limit
  if (isOver) process.exitCode = 1
  console.log(`${kilobytes(total)}  all ${kind}, limit ${limit / 1000} kB${isOver ? ': TOO MUCH' : ''}`)
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`
}
