import { member } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { opensWith } from './opens-with.ts'

/** Two mailboxes at most mail hosts, which one host may make the same: only that host knows. */
const writings = {
  tag: (email: string) => email.replace('@', '+another@'),
  dot: (email: string) => email.replace(/^./, '$&.'),
}

export const own4 = defineCheck({
  id: 'OWN4',
  title: 'An address with a tag or a dot more is another account',
  source: 'RFC 5321 §2.3.11 (the host of an address alone says what its local part means)',
  level: 'MUST',
  roles: ['login'],
  needs: [],
  claims: {
    tag: 'the address with a tag after a + does not open the account',
    dot: 'the address with a dot after its first letter does not open the account',
  },
  async prove(bench) {
    const person = await member(bench)
    const { login, email } = person.account
    if (login !== undefined && login !== email)
      throw new NotTestable('People log in by a name here, which is no address.')
    const opened = new Map<string, boolean>()
    for (const [claim, write] of Object.entries(writings))
      opened.set(claim, await opensWith(await bench.elsewhere(person), write))
    if (!(await opensWith(await bench.elsewhere(person), (same) => same)))
      throw new Unproven('The control fails: the right password is not accepted for the address itself.')
    for (const [claim, opens] of opened) bench.claim(claim, !opens, 'its password is accepted')
  },
})
