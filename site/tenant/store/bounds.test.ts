import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStore } from '../testing/open-test-store.ts'
import { addEntry, latestEntries } from './audit-entries.ts'
import { addMail, listMails } from './mails.ts'
import type { Store } from './open-store.ts'
import { addSandbox } from './sandboxes.ts'
import { together } from './together.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
  for (const id of ['flooded', 'other'])
    await addSandbox(store.db, {
      id,
      key_hash: '',
      tenant_name: '',
      clock_offset: 0,
      created_at: 0,
      used_at: 0,
    })
})
afterAll(() => store.close())

const mailOf = (sandbox_id: string, length: number) => ({
  sandbox_id,
  sender: '',
  recipient: '',
  subject: '',
  html: '',
  text: '',
  links: '[]',
  raw: 'x'.repeat(length),
  received_at: 0,
})
const numbers = async (sandbox: string) => (await listMails(store.db, sandbox)).map(({ n }) => Number(n))

it('keeps the newest mails of a sandbox, by their number and by their length', async () => {
  await addMail(store.db, mailOf('other', 10))
  for (let n = 0; n < 510; n++) await addMail(store.db, mailOf('flooded', 10))
  expect(await numbers('flooded')).toEqual(Array.from({ length: 500 }, (_, n) => n + 11))
  for (let n = 0; n < 10; n++) await addMail(store.db, mailOf('flooded', 1024 * 1024))
  expect(await numbers('flooded')).toEqual([514, 515, 516, 517, 518, 519, 520])
  expect(await numbers('other')).toEqual([1])
})

it('keeps the newest entries of the audit log', async () => {
  const entry = { sandbox_id: 'flooded', at: 0, actor: '', what: 'logged-in', about: '' } as const
  await together(store.db, 'flooded', async (db) => {
    for (let n = 0; n < 5_150; n++) await addEntry(db, entry)
  })
  const kept = await latestEntries(store.db, 'flooded', 10_000)
  expect(kept[0]?.n).toBe(5_150)
  expect(kept.length).toBeLessThanOrEqual(5_100)
})
