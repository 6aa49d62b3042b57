import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from './install.mjs'

/**
 * Path of a Chromium that starts: CHROMIUM_PATH, one found in the usual places, or one installed now.
 * Throws, saying what to do, when there is none to be had.
 */
export function findBrowser() {
  found ??= browserFromEnvironment() ?? usualPlaces().find(starts) ?? installBrowser()
  return found
}

let found

function browserFromEnvironment() {
  const path = process.env.CHROMIUM_PATH
  if (!path) return undefined
  if (starts(path)) return path
  throw new Error(`CHROMIUM_PATH is ${path}, but no browser starts from there. Correct it, or unset it to have one found.`)
}

/** Whether the file is a Chromium that runs: on some systems the command is a stub that only asks to be installed. */
function starts(path) {
  if (!existsSync(path)) return false
  // There `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /Chrom/.test(stdout)
}

function usualPlaces() {
  return [...systemPlaces(), ...playwrightPlaces()]
}

function systemPlaces() {
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name] ?? '')
        .flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ])
    default:
      return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`)
  }
}

/** Every full Chromium in Playwright's cache, of whatever revision, newest first. */
function playwrightPlaces() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || join(...playwrightCache())
  if (!existsSync(cache)) return []
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => executables.map((path) => join(cache, name, path)))
}

function playwrightCache() {
  switch (process.platform) {
    case 'darwin':
      return [homedir(), 'Library/Caches/ms-playwright']
    case 'win32':
      return [process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright']
    default:
      return [process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ms-playwright']
  }
}

const executables = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
]

function installBrowser() {
  const isRoot = process.getuid?.() === 0
  const aptGet = '/usr/bin/apt-get'
  if (isRoot && existsSync(aptGet)) {
    console.log('No Chromium found; installing it with apt-get ...')
    if (run(aptGet, ['update', '-qq'])) run(aptGet, ['install', '-y', '-qq', 'chromium'])
    const path = usualPlaces().find(starts)
    if (path) return path
  }
  console.log('No Chromium found; installing the one that Playwright offers ...')
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  run(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'])
  const path = usualPlaces().find(starts)
  if (path) return path
  throw new Error(
    'The browser tests need Chromium. None was found, and installing one failed (its messages are above). ' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable, and run the tests again.',
  )
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}
