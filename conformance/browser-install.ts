import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { type Browser, findBrowser, type Search } from './browser.ts'
import { CheckError } from './errors.ts'

/** One way to get a browser: what runs, and how a person would type it. */
type Installer = { command: string; args: string[] }[]

const playwrights = (name: string): Installer => [
  {
    command: process.execPath,
    args: [createRequire(import.meta.url).resolve('@playwright/test/cli'), 'install', name],
  },
]

const debians = (name: string): Installer => [
  { command: 'apt-get', args: ['update', '-q'] },
  { command: 'apt-get', args: ['install', '-y', '-q', '--no-install-recommends', name] },
]

/**
 * The browser that is there, else one that is installed now: Playwright's own, or Debian's when that cannot be
 * downloaded and we may.
 * @throws CheckError `browser-missing` when neither works
 */
export function ensureBrowser(search: Search = {}, say: (line: string) => void = console.error): Browser {
  const found = findBrowser(search)
  if (found) return found
  say('No Chromium on this machine: installing one.')
  // The smaller one opens no window.
  const name = search.headed ? 'chromium' : 'chromium-headless-shell'
  const installers = process.getuid?.() === 0 ? [playwrights(name), debians(name)] : [playwrights(name)]
  for (const installer of installers) {
    const worked = installer.every(
      ({ command, args }) => spawnSync(command, args, { stdio: 'inherit' }).status === 0,
    )
    const installed = worked ? findBrowser(search) : undefined
    if (installed) return installed
  }
  throw new CheckError(
    'browser-missing',
    `There is no Chromium on this machine and none could be installed: install one (Debian: apt-get install ${name}; else: npx playwright install ${name}), or set CHROMIUM_PATH to the one you have.`,
  )
}
