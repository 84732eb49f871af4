import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { onEachStore } from '../common/stores.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import { killOften } from './kill.ts'
import { Mailing } from './mailing.ts'

test('what was acknowledged before kill -9 is there, once and whole', { timeout: 300_000 }, () =>
  onEachStore((store, env) =>
    withDoorstep({ env }, async (server) => {
      const { acknowledged, lost, double, half } = await killOften(server, { times: 4, minutes: 4 })
      expect({ store, lost, double, half }).toEqual({ store, lost: [], double: [], half: [] })
      expect(acknowledged).toBeGreaterThan(10)
    }),
  ),
)

test('what is lost would be found', { timeout: 120_000 }, () =>
  withDoorstep({}, async (server) => {
    const mailing = new Mailing(server.at)
    const database = join(server.folder, 'doorstep.sqlite')
    const before = readFileSync(database)
    const acting = mailing.act()
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await server.kill()
    await acting
    // As if nothing since then had been written, in the file or in its log: a checkpoint may have moved some from one to the other.
    writeFileSync(database, before)
    rmSync(`${database}-wal`)
    await server.start()
    expect((await mailing.look()).lost).toContain('Mail 1')
  }),
)
