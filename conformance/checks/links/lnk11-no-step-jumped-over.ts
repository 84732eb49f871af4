import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { Jar } from '../bench/jar.ts'
import {
  choosePassword,
  enterPassword,
  goodPassword,
  isHeldAtPassword,
  otherPassword,
  toFirstPassword,
  toPassword,
} from '../bench/journeys.ts'
import { ACTIVATE, mailedLink, tokenOf } from '../bench/mailed-link.ts'
import { isOut } from '../bench/refusal.ts'
import { withValue } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

export const lnk11 = defineCheck({
  id: 'LNK11',
  title: 'No step of an activation can be jumped over by its address or its form',
  source: '2.3.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await bench.person(activateAccount, 'invited')
    await toPassword(person)
    const error = await person.isTold(() => enterPassword(person, 'wrong'))
    bench.claim(
      'before the activation no password opens the account',
      error !== undefined && (await isHeldAtPassword(person)),
    )
    await toFirstPassword(person)
    const token = tokenOf(await mailedLink(person, ACTIVATE))
    const sent = await person.holdsBack(() => choosePassword(person, goodPassword(bench)))
    const stranger = await Jar.with(person)
    const bare = {
      ...sent,
      url: sent.url.replace(token, 'nobody'),
      body: sent.body.replaceAll(token, 'nobody'),
    }
    const answer = await stranger.send(withValue(bare, goodPassword(bench), otherPassword(bench)))
    bench.claim(
      'the form without the link sets nothing, and says so',
      answer.error !== undefined,
      `it is answered with ${answer.status}`,
    )
    bench.claim('and logs nobody in', isOut(await stranger.signedIn()))
    await stranger.close()
    await toFirstPassword(person)
    await choosePassword(person, goodPassword(bench))
    bench.claim('with the link the form sets the password', await person.isAt('account-activated'))
    await toPassword(person)
    await enterPassword(person, 'new')
    bench.claim('and its password is the right one', await person.isAt('keep-your-account-safe'))
    bench.claim(
      'neither a session nor the dashboard opens to who has not set up a second factor',
      isOut(await person.signedIn()),
      'the password is enough',
    )
  },
})
