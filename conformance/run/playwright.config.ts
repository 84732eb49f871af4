import { extname } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser, launchOptions } from '../browser.ts'
import { readAssignment } from './assignment.ts'

const { folder, workers, headed } = readAssignment()
const browser = findBrowser({ headed })
if (!browser) throw new Error('The browser that the command has found is gone.')

/** `.js` in a package, `.ts` in the repository. */
const extension = extname(import.meta.url)

export default defineConfig({
  testDir: '.',
  testMatch: `{walks,checks}.playwright${extension}`,
  outputDir: `${folder}/playwright`,
  reporter: `./reporter${extension}`,
  fullyParallel: true,
  workers,
  use: {
    headless: !headed,
    launchOptions: launchOptions(browser),
    locale: 'en-US',
  },
})
