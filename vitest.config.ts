import { configDefaults, defineConfig } from 'vitest/config'
import { slowTests } from './.ci/slow-tests.ts'
import { findTestDatabase } from './site/tenant/testing/find-test-database.ts'

const database = await findTestDatabase()

/** Tests that need PostgreSQL. */
const onPostgresOnly = 'site/**/postgres/**/*.test.ts'

/** Short forms of `npm run proof`, which start servers and kill them; `npm run test:long` runs them. */
const takesMinutes = 'site/proofs/**/*.long.test.ts'

/** Tests of the store itself. */
const ofStore = ['site/tenant/store/*.test.ts']

/** Other tests of the tenant that ask its store for something; on PostgreSQL `npm run test:long` runs them. */
const throughStore = [
  'site/tenant/{actions,clauses,control,http,sso}/**/*.test.ts',
  'site/tenant/start-tenant.test.ts',
]

/** Without a database there is nothing to run them on. */
const onPostgres = (name: string, include: string[]) => ({
  extends: true as const,
  test:
    database === undefined
      ? { name, include: [] }
      : { name, include, env: { DOORSTEP_TEST_STORE: database } },
})

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    /** No test leaves anything behind in a module; loading them anew for each file takes longer than the tests. */
    isolate: false,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{machines,site,mock-idp,conformance,examples,.ci}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, onPostgresOnly, takesMinutes, ...slowTests],
        },
      },
      { extends: true, test: { name: 'unit-slow', include: [...slowTests] } },
      { extends: true, test: { name: 'proofs-long', include: [takesMinutes] } },
      // The same tests with PostgreSQL in place of SQLite, and those of PostgreSQL alone.
      onPostgres('postgres', [...ofStore, onPostgresOnly]),
      onPostgres('postgres-long', throughStore),
    ],
  },
})
