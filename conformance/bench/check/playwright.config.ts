import { defineConfig } from '@playwright/test'
import walks from '../../run/playwright.config.ts'

export default defineConfig({ ...walks, testDir: '.', testMatch: 'steps.playwright.ts', reporter: 'line' })
