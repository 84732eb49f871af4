import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{machines,site,mock-idp,conformance}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
