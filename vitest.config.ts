import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{machines,site,mock-idp,conformance,examples,.ci}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    /** No test leaves anything behind in a module; loading them anew for each file takes longer than the tests. */
    isolate: false,
    maxWorkers: '100%',
  },
})
