import { Walk } from '../../tenant/testing/walk.ts'
import { count, type Fault, untilBack } from './fault.ts'
import { startTampered } from './in-process.ts'

export const mailDown: Fault = {
  what: 'the mail server is down',
  async suffer() {
    const tampered = await startTampered()
    try {
      const walk = await Walk.invite(tampered.url)
      const create = () => fetch(`${tampered.url}/control/sandboxes`, { method: 'POST' })
      await tampered.stopMail()
      const answers = await count(10, create)
      const { error } = (await (await create()).json()) as { error: { message: string } }
      // What needs no mail goes on.
      await walk.activate()
      await walk.logIn()
      await tampered.startMail()
      const back = await untilBack(create)
      const isLoggedIn = (await walk.visitor.session()) !== undefined
      return { answers, log: error.message, back, lost: isLoggedIn ? [] : ['a session'] }
    } finally {
      await tampered.close()
    }
  },
}
