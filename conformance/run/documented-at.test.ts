import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { loadPacks } from '../packs/load-pack.ts'
import { documentedAt } from './documented-at.ts'

const loaded = await loadPacks()

test('a step is on the page of its pack, at the line that says it', () => {
  const places = documentedAt(loaded)
  expect(places.get('log-in.1')).toBe('machines/first-login/log-in.md:8')
  expect(places.get('log-in.5')).toBe('machines/first-login/log-in.md:12')
})

test('a step is where the documentation that is named has it', () => {
  const page = join(mkdtempSync(join(tmpdir(), 'doorstep-docs-')), 'page.md')
  writeFileSync(
    page,
    `# Log in\n\nBefore.\n\n1. In the invitation mail, follow the **tenant link**.\n2. Click **Log In**.\n
3. Enter the address into **Email address** and click **Continue**.
4. Enter your password and click **Continue**.\n`,
  )
  const places = documentedAt(loaded, [page])
  expect(places.get('log-in.2')).toBe(`${relative(process.cwd(), page)}:6`)
  expect(places.has('activate-account.1')).toBe(false)
})

test('documentation that cannot be read is one sentence', () => {
  expect(() => documentedAt(loaded, ['/nowhere'])).toThrow(
    expect.objectContaining({ code: 'docs-unreadable', message: expect.stringContaining('/nowhere') }),
  )
})
