import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { CheckError } from './errors.ts'

/** A Chromium that can be driven. Without `executablePath` Playwright uses its own. */
export interface Browser {
  executablePath?: string
  foundBy: 'CHROMIUM_PATH' | 'playwright' | 'system'
}

export interface Search {
  env?: NodeJS.ProcessEnv
  platform?: NodeJS.Platform
  /** A window will be shown: the headless shell will not do. */
  headed?: boolean
}

/**
 * The first Chromium there is: `CHROMIUM_PATH`, Playwright's own, the system's; `undefined` when there is none.
 * @throws CheckError `browser-missing` when `CHROMIUM_PATH` names a file that does not exist
 */
export function findBrowser({ env = process.env, platform = process.platform, headed }: Search = {}) {
  const named = env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return { executablePath: named, foundBy: 'CHROMIUM_PATH' } satisfies Browser
    throw new CheckError(
      'browser-missing',
      `CHROMIUM_PATH names ${named}, which does not exist: correct it, or unset it to let Doorstep look for a browser itself.`,
    )
  }
  if (hasPlaywrightsOwn(headed)) return { foundBy: 'playwright' } satisfies Browser
  const executablePath = systemPlaces(env, platform, headed).find(existsSync)
  return executablePath ? ({ executablePath, foundBy: 'system' } satisfies Browser) : undefined
}

/** What to launch it with: nothing that phones home, and no sandbox where Chromium refuses one (root). */
export function launchOptions({ executablePath }: Browser) {
  const root = process.getuid?.() === 0
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(root ? ['--no-sandbox'] : []),
      // The browser trusts what Node does.
      ...(process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0' ? ['--ignore-certificate-errors'] : []),
    ],
  }
}

/** Playwright keeps the headless shell in a folder of its own beside the full browser's, and names only the latter. */
function hasPlaywrightsOwn(headed = false) {
  const full = chromium.executablePath()
  if (existsSync(full)) return true
  const folders = full.split(/[\\/]/)
  const version = folders.find((name) => /^chromium-\d+$/.test(name))
  if (!version || headed) return false
  const browsers = folders.slice(0, folders.indexOf(version)).join('/')
  const shell = join(browsers, version.replace('chromium-', 'chromium_headless_shell-'))
  return existsSync(shell) && readdirSync(shell).length > 0
}

function systemPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, headed = false) {
  if (platform === 'darwin')
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            join(folder, 'Chromium/Application/chrome.exe'),
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    )
  const names = [
    ...(headed ? [] : ['chromium-headless-shell']),
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ]
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin']
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}
