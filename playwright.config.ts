import { defineConfig } from '@playwright/test'
import { findBrowser, launchOptions } from './conformance/browser.ts'

const browser = findBrowser()
if (!browser)
  throw new Error('There is no Chromium: "npm test" installs one, or set CHROMIUM_PATH to the one you have.')

/** Set by the server as soon as it is ready, see below. */
const { DOORSTEP_SITE } = process.env

export default defineConfig({
  testMatch: '{examples,machines,site,mock-idp,conformance,.ci}/**/*.spec.ts',
  /** A whole login under load; nothing waits that long when nothing is wrong. */
  timeout: 300_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  fullyParallel: true,
  /** `npm test` runs what has no tag; `npm run test:long` the rest, which takes hours. */
  projects: [
    { name: 'short', grepInvert: /@long/ },
    { name: 'long', grep: /@long/ },
  ],
  workers: 2,
  /** A machine that stalls for seconds is no failure. What passes only then is listed as flaky. */
  retries: 1,
  use: {
    ...(DOORSTEP_SITE && { baseURL: DOORSTEP_SITE }),
    launchOptions: launchOptions(browser),
    locale: 'en-US',
  },
  webServer: {
    command: `"${process.execPath}" --import tsx site/main.ts`,
    env: { PORT: '0', DATA_DIR: ':memory:' },
    wait: { stdout: /Site\s+(?<DOORSTEP_SITE>http:\S+)\s+Tenant\s+(?<DOORSTEP_TENANT>http:\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
