import { Walk } from '../../tenant/testing/walk.ts'
import { count, type Fault, untilBack } from './fault.ts'
import { startTampered } from './in-process.ts'

const HOUR = 60 * 60 * 1000

/** Forward, and back again to before it was: what was there stays, and people who come then get in. */
export const clockJumps: Fault = {
  what: 'the clock jumps by an hour, forward and back, and then back by another',
  async suffer() {
    const tampered = await startTampered()
    try {
      const early = await Walk.invite(tampered.url)
      await early.activate()
      const answers = new Map<string, number>()
      for (const by of [HOUR, -HOUR, -HOUR]) {
        tampered.jump(by)
        const create = () => fetch(`${tampered.url}/control/sandboxes`, { method: 'POST' })
        for (const [status, times] of await count(5, create))
          answers.set(status, (answers.get(status) ?? 0) + times)
      }
      tampered.jump(HOUR)
      await early.logIn()
      const late = await Walk.invite(tampered.url)
      await late.activate()
      await late.logIn()
      const back = await untilBack(() => early.visitor.request('/dashboard'))
      return { answers, log: '', back, lost: [] }
    } finally {
      await tampered.close()
    }
  },
}
