import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import { holders } from './list.ts'

const tenant = fileURLToPath(new URL('..', import.meta.url))

describe('the list of clauses', () => {
  it('has every rule', () => {
    expect(holders.flatMap(({ rule }) => rule ?? []).sort()).toEqual(Object.keys(rules).sort())
  })

  it('names only files and tests that exist', async () => {
    const files = new Set(
      (await readdir(tenant, { recursive: true })).map((file) => file.replaceAll('\\', '/')),
    )
    for (const { file, tests } of holders)
      for (const path of [file, ...tests]) expect(files, `${file} names ${path}`).toContain(path)
  })

  it('has a test for everything but documentation', () => {
    const untested = holders.filter(({ file, tests }) => file !== 'README.md' && tests.length === 0)
    expect(untested).toEqual([])
  })

  it('has each guarantee once, in a full sentence', () => {
    const said = holders.map(({ says }) => says)
    expect(new Set(said).size).toBe(said.length)
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z“].{20,}\.$/s)
  })

  it('has the clauses that the README documents', async () => {
    const text = await readFile(`${tenant}/README.md`, 'utf8')
    const documented = holders.filter(({ file }) => file === 'README.md')
    for (const clause of documented.flatMap(({ clauses }) => clauses))
      expect(text, clause).toContain(clause.split(' ').at(-1))
  })
})

describe('the page of clauses', () => {
  let testTenant: TestTenant
  beforeAll(async () => {
    testTenant = await startTestTenant()
  })
  afterAll(() => testTenant.close())

  it('is there for everyone, with a row for each clause and rule', async () => {
    const response = await fetch(`${testTenant.url}/clauses`)
    expect(response.status).toBe(200)
    const page = parse(await response.text())
    expect(page.querySelector('body')?.getAttribute('data-screen')).toBe('clauses')
    const rows = page.querySelectorAll('tbody tr').map((row) => row.text)
    for (const { file, rule = '', says, clauses, tests } of holders)
      for (const clause of clauses)
        expect(
          rows.filter((row) => [clause, file, rule, says, ...tests].every((part) => row.includes(part))),
          `${file}: ${clause}`,
        ).toHaveLength(1)
  })
})
