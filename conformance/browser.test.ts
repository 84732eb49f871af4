import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

// Whether Playwright has a browser of its own depends on the machine; here it has none.
vi.mock('@playwright/test', () => ({ chromium: { executablePath: () => '/nowhere/chromium-1/chrome' } }))

const { findBrowser, launchOptions } = await import('./browser.ts')

const folder = mkdtempSync(join(tmpdir(), 'doorstep-browsers-'))

function put(...names: string[]) {
  const bin = mkdtempSync(join(folder, 'bin-'))
  for (const name of names) {
    writeFileSync(join(bin, name), '')
    chmodSync(join(bin, name), 0o755)
  }
  return bin
}

describe('on Linux', () => {
  const found = (bin: string, headed = false) =>
    findBrowser({ env: { PATH: bin }, platform: 'linux', headed })?.executablePath

  test('the headless shell is the lightest, so it comes first', () => {
    const bin = put('chromium', 'chromium-headless-shell', 'google-chrome')
    expect(found(bin)).toBe(join(bin, 'chromium-headless-shell'))
  })

  test('which shows no window', () => {
    const bin = put('chromium', 'chromium-headless-shell')
    expect(found(bin, true)).toBe(join(bin, 'chromium'))
  })
})

test('CHROMIUM_PATH goes before everything', () => {
  const bin = put('chromium', 'mine')
  const env = { PATH: bin, CHROMIUM_PATH: join(bin, 'mine') }
  expect(findBrowser({ env })).toEqual({ executablePath: join(bin, 'mine'), foundBy: 'CHROMIUM_PATH' })
})

test('on Windows it is looked for among the programs', () => {
  const programs = mkdtempSync(join(folder, 'programs-'))
  mkdirSync(join(programs, 'Google/Chrome/Application'), { recursive: true })
  const chrome = join(programs, 'Google/Chrome/Application/chrome.exe')
  writeFileSync(chrome, '')
  expect(findBrowser({ env: { PROGRAMFILES: programs }, platform: 'win32' })?.executablePath).toBe(chrome)
})

test('a browser without a path is Playwright’s own', () => {
  expect(launchOptions({ foundBy: 'playwright' })).not.toHaveProperty('executablePath')
})
