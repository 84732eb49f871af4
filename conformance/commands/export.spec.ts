import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { exportCommand } from './export.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-paper-'))
test.afterAll(() => rmSync(folder, { recursive: true }))

/** What a PDF says of itself, and how many pictures it has. */
async function paper(...args: string[]) {
  const out = join(folder, 'walk.pdf')
  await exportCommand.parseAsync(['--out', out, ...args], { from: 'user' })
  const text = readFileSync(out, 'latin1')
  const count = (what: RegExp) => text.match(what)?.length ?? 0
  return {
    isPdf: text.startsWith('%PDF-'),
    pages: count(/\/Type \/Page\b/g),
    pictures: count(/\/DCTDecode/g),
  }
}

test('a walk on paper has each moment with its screen, wrong turns too', async () => {
  expect(await paper('--flow', 'activate-account')).toMatchObject({ isPdf: true })
  const link =
    '#given=authenticator-app&walk=open-tenant-link,log-in,email.registered,password.right,code.used'
  // How many fit on a page depends on the fonts that are there.
  expect(await paper('--flow', 'log-in', '--walk', link)).toMatchObject({ isPdf: true, pictures: 6 })
})

test('a link that leads nowhere says where links come from', async () => {
  await expect(paper('--flow', 'log-in', '--walk', '#walk=nothing')).rejects.toThrow(
    'log-in has no walk #walk=nothing: open the moment on the flow’s page, press “Copy link”, and quote what you paste.',
  )
})
