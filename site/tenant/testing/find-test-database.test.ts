import { expect, it } from 'vitest'
import config from '../../../vitest.config.ts'
import { findTestDatabase } from './find-test-database.ts'

const database = await findTestDatabase()

it(
  database === undefined
    ? 'PostgreSQL can’t be reached: the tests of the store run on SQLite only'
    : 'the tests of the store run on SQLite and on PostgreSQL',
  () => {
    const withTests = config.test?.projects?.flatMap((project) =>
      typeof project === 'object' && 'test' in project && project.test?.include?.length
        ? project.test.name
        : [],
    )
    const onPostgres = database === undefined ? [] : ['postgres', 'postgres-long']
    expect(withTests).toEqual(['unit', 'unit-slow', 'proofs-long', ...onPostgres])
  },
)

it('a database that was named must be there', async () => {
  await expect(findTestDatabase('postgres://127.0.0.1:1/nowhere')).rejects.toThrow('TEST_DATABASE_URL')
})
