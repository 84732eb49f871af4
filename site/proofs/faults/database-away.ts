import { makeSchema } from '../../tenant/testing/open-test-store.ts'
import { Relay } from '../../tenant/testing/relay.ts'
import { findDatabase } from '../common/stores.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import { Learning } from '../kill/learning.ts'
import { Walking } from '../kill/walking.ts'
import { count, type Fault, lostBy, untilBack } from './fault.ts'

/** Every connection to PostgreSQL ends, and none can be made for some seconds. */
export const databaseAway: Fault = {
  what: 'PostgreSQL is gone, and back',
  async suffer() {
    const database = await findDatabase()
    if (database === undefined) return undefined
    const schema = await makeSchema(database)
    const relay = new Relay(database)
    await relay.open()
    try {
      return await withDoorstep({ env: { DATABASE_URL: relay.through(schema.url) } }, async (server) => {
        const create = () => fetch(`${server.at.tenant}/control/sandboxes`, { method: 'POST' })
        const suspects = [new Walking(server.at), new Walking(server.at), new Learning(server.at)]
        const acting = suspects.map((suspect) => suspect.act())
        await count(20, create)
        await relay.close()
        const answers = await count(20, create)
        await Promise.all(acting)
        await relay.open()
        const back = await untilBack(create)
        return {
          answers,
          log: server.log.trim().split('\n').at(-1) ?? '',
          back,
          lost: await lostBy(suspects),
        }
      })
    } finally {
      await relay.close()
      await schema.drop()
    }
  },
}
