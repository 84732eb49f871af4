import { execFileSync } from 'node:child_process'
import type { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { withDoorstep } from '../common/with-doorstep.ts'
import { Mailing } from '../kill/mailing.ts'
import { Walking } from '../kill/walking.ts'
import { count, type Fault, lostBy, untilBack } from './fault.ts'

/** Every file is longer already, in bytes. */
const ONE_PAGE = 4_096

/** Lets no file of the process grow beyond this many bytes (setrlimit): to a program that is a full disk. */
const limitFiles = ({ pid }: DoorstepProcess, bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])

const create = ({ at }: DoorstepProcess) => fetch(`${at.tenant}/control/sandboxes`, { method: 'POST' })

export const diskFull: Fault = {
  what: 'the disk is full',
  suffer: () =>
    withDoorstep({}, async (server) => {
      const suspects = [new Walking(server.at), new Walking(server.at), new Mailing(server.at)]
      const acting = suspects.map((suspect) => suspect.act())
      await count(20, () => create(server))
      limitFiles(server, ONE_PAGE)
      const answers = await count(20, () => create(server))
      await Promise.all(acting)
      limitFiles(server, 'unlimited')
      const back = await untilBack(() => create(server))
      return { answers, log: server.log.trim().split('\n').at(-1) ?? '', back, lost: await lostBy(suspects) }
    }),
}
