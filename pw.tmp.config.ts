import { defineConfig } from '@playwright/test'
import { findBrowser, launchOptions } from './conformance/browser.ts'
const browser = findBrowser()
if (!browser) throw new Error('none')
export default defineConfig({ testMatch: '**/*.spec.ts', timeout: 30_000, expect: { timeout: 3_000 }, outputDir: '/tmp/fields-results', fullyParallel: true, workers: 2, reporter: 'line', use: { launchOptions: launchOptions(browser), locale: 'en-US' } })
