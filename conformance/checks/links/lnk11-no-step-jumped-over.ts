import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterPassword, isHeldAtPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { tokenOf } from '../bench/link-token.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import {
  chooseFirstPassword,
  goodPassword,
  otherPassword,
  toFirstPassword,
} from '../bench/mailed-passwords.ts'
import { heldForm } from '../bench/new-password.ts'
import { withToken, withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { opens } from '../passwords/compared.ts'

/** What the profile says where people are logged in before they have chosen a second factor. */
function whyNoSecondFactor({ target }: Bench): string | undefined {
  const methods = target.packs.flatMap(({ roles }) => [roles?.codes?.methods, roles?.keys?.methods])
  return methods.map((screen) => screen && target.overrides?.[screen]?.signedIn).find(Boolean)
}

export const lnk11 = defineCheck({
  id: 'LNK11',
  title: 'No step of an activation can be skipped by its address or its form',
  source: '2.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['activation', 'login'],
  needs: ['mailbox'],
  claims: {
    before: 'before the activation no password opens the account',
    'without-link': 'the form without the link sets no password, and an error is shown',
    'no-session': 'the form without the link logs nobody in',
    'with-link': 'with the link the same request sets the password',
    password: 'the password that was set opens the account',
    'second-factor': 'no session exists, and no protected page opens, before a second factor is set up',
  },
  async prove(bench) {
    const { invited, openLink } = bench.role('activation')
    const person = await bench.person(invited)
    await toPassword(person)
    const error = await person.errorAfter(() => enterPassword(person, 'wrong'))
    const held = await isHeldAtPassword(person)
    bench.claim('before', error !== undefined && held, held ? 'nothing is said' : 'it is accepted')
    await toFirstPassword(person)
    const { sent, known } = await heldForm(person, () => chooseFirstPassword(person))
    const token = tokenOf(await mailedLink(person, openLink), known)
    const stranger = await Jar.with(person)
    const bare = withToken(await stranger.fresh(sent), token, 'nobody')
    const answer = await stranger.send(withValue(bare, goodPassword(bench), otherPassword(bench)))
    bench.claimOut('no-session', await stranger.signedIn())
    await stranger.close()
    // A refusal may be a page that says nothing loudly: what counts is whether the password opens the account.
    const sets =
      answer.error === undefined && (await opens(await bench.elsewhere(person), otherPassword(bench)))
    // The control: the same request with the link, sent in the same way, sets the password.
    const owner = await Jar.of(person)
    const { error: refused } = await owner.sendFresh(sent)
    await owner.close()
    await toPassword(person)
    await enterPassword(person, 'new')
    const isOpened = await isPastPassword(person)
    bench.claim('password', isOpened)
    bench.claim('with-link', refused === undefined || isOpened, `it is refused: ${refused}`)
    if (sets)
      bench.claim(
        'without-link',
        false,
        `it is answered with ${answer.status}, and the password opens the account`,
      )
    else if (refused !== undefined && !isOpened)
      bench.unproven('without-link', 'The control fails: with the link the request is refused, too.')
    else if (answer.error === undefined)
      bench.unproven(
        'without-link',
        `It sets no password, but is answered with ${answer.status} and without an error.`,
      )
    else bench.claim('without-link', true)
    const without = whyNoSecondFactor(bench)
    if (without === undefined)
      bench.claimOut('second-factor', await person.signedIn(), 'the password is enough')
    else bench.skip('second-factor', `The profile says that people are logged in without one: ${without}.`)
  },
})
