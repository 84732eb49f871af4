import { choosePassword, holder, otherPassword, toDashboard, toReset } from '../bench/journeys.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

/** What a page may say that offers to end the other sessions. */
const OFFER = /\b(?:other|all) (?:active )?(?:sessions|devices)\b|sign out everywhere|log out everywhere/i

export const lnk7 = defineCheck({
  id: 'LNK7',
  title: 'After a reset, sessions that were open are over, or can be ended at once',
  source: '7.4.3',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['mailbox', 'authenticator-app'],
  async prove(bench) {
    const thief = await holder(bench)
    await toDashboard(thief)
    const owner = await bench.elsewhere(thief)
    await toReset(owner)
    await choosePassword(owner, otherPassword(bench))
    bench.claim('the password is reset', await owner.isAt('password-changed'))
    const { buttons, links, fields } = await owner.snapshot()
    const offered = [...buttons, ...links, ...fields].some((name) => OFFER.test(name))
    const over = isOut(await thief.signedIn())
    bench.claim(
      'the other session is over, or is offered for ending',
      over || offered,
      'it goes on, and no button would end it',
    )
  },
})
