import { isIn } from '../../session/signed-in.ts'
import { account, enterPassword, isPastPassword, toPassword, toProtectedPage } from '../bench/journeys.ts'
import { chooseNewPassword, toReset } from '../bench/mailed-passwords.ts'
import { proveSessionEnds } from '../bench/offers-to-end.ts'
import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'

export const lnk7 = defineCheck({
  id: 'LNK7',
  title: 'A reset ends the sessions that were open, or offers to end them',
  source: '7.4.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: {
    asked: 'asking for a link ends no session, and leaves the password as it is',
    ended: 'after a reset every other session is over, or a button ends it',
  },
  async prove(bench) {
    const thief = await account(bench)
    await toProtectedPage(thief)
    const accomplice = await bench.elsewhere(thief)
    await toProtectedPage(accomplice)
    const owner = await bench.elsewhere(thief)
    await toReset(owner)
    const another = await bench.elsewhere(thief)
    await toPassword(another)
    await enterPassword(another)
    const opens = await isPastPassword(another)
    const continues = isIn(await thief.signedIn()) && isIn(await accomplice.signedIn())
    bench.claim(
      'asked',
      opens && continues,
      opens ? 'the session is over' : 'the password opens nothing any more',
    )
    if (!continues) throw new Unproven('The session was over before the password was reset.')
    await chooseNewPassword(owner)
    await owner.reach(bench.role('reset').done)
    for (const one of [thief, accomplice]) await proveSessionEnds(owner, one, 'ended')
  },
})
