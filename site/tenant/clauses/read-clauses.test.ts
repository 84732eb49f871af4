import { access } from 'node:fs/promises'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../testing/start-world.ts'
import { clausesIn, readClauses, ruleNames } from './read-clauses.ts'
import { testsOf } from './tests-of.ts'

describe('the list of clauses', () => {
  it('has every rule and every file that cites a clause, and no other', async () => {
    const files = (await readClauses()).map(({ file }) => file.replace(/\.tsx?$/, ''))
    expect(files).toEqual(expect.arrayContaining(await ruleNames()))
    expect(Object.keys(testsOf).sort(), 'list the file in clauses/tests-of.ts').toEqual(
      files.filter((file) => file !== 'README.md').sort(),
    )
  })

  it('has a test for each', () => {
    expect(Object.entries(testsOf).filter(([, tests]) => tests.length === 0)).toEqual([])
  })

  it('names only tests that exist', async () => {
    for (const test of new Set(Object.values(testsOf).flat()))
      await expect(access(new URL(`../${test}`, import.meta.url)), test).resolves.toBeUndefined()
  })

  it('has what each rule says about itself', async () => {
    const silent = (await readClauses()).filter(({ says }) => says.length < 13)
    expect(silent.map(({ file }) => file)).toEqual([])
  })

  it.each([
    ['ASVS 5.0 6.4.1 and 6.6.2: a link', ['ASVS 5.0 6.4.1', 'ASVS 5.0 6.6.2']],
    [
      'NIST SP 800-63B-4 section 3.2.2, ASVS 5.0 6.3.1 and 6.6.3: ten',
      ['NIST SP 800-63B-4 3.2.2', 'ASVS 5.0 6.3.1', 'ASVS 5.0 6.6.3'],
    ],
    ['NIST SP 800-63B-4 sections 4.1.2.1 and 4.6.', ['NIST SP 800-63B-4 4.1.2.1', 'NIST SP 800-63B-4 4.6']],
    [
      'RP-Initiated Logout 1.0 sections 2 and 3: whoever',
      ['OpenID Connect RP-Initiated Logout 1.0 2', 'OpenID Connect RP-Initiated Logout 1.0 3'],
    ],
    ['Log-in.3: answers the address', []],
  ])('reads "%s"', (text, clauses) => expect(clausesIn(text)).toEqual(clauses))
})

describe('the page of clauses', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())

  it('is there for everyone, with a row for each clause and rule', async () => {
    const response = await fetch(`${world.url}/clauses`)
    expect(response.status).toBe(200)
    const page = parse(await response.text())
    expect(page.querySelector('body')?.getAttribute('data-screen')).toBe('clauses')
    const rows = page.querySelectorAll('tbody tr').map((row) => row.text)
    for (const { file, clauses, tests } of await readClauses())
      for (const part of [...clauses, ...tests])
        expect(
          rows.some((row) => row.includes(file) && row.includes(part)),
          `${file}: ${part}`,
        ).toBe(true)
  })
})
