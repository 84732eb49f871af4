import { needActs } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { performWithAddress } from '../bench/fill-with.ts'
import { guessInVain, guessTogether } from '../bench/guess.ts'
import { account } from '../bench/journeys.ts'
import { LEEWAY } from '../bench/leeway.ts'
import { anotherComes, countMails, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'

const HOUR = 3_600
/** How many more are asked for than may be sent. */
const BEYOND = 3

export const rate4 = defineCheck({
  id: 'RATE4',
  title: 'Nobody floods a mailbox by asking for resets again and again',
  source: '2.4.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login'],
  uses: ['codes'],
  needs: ['mailbox', 'documented.mailsPerHour'],
  seconds: 150,
  claims: {
    reset: 'however often a reset is asked for, no more mails are sent than documented',
    resent: 'however often the mail is sent again, no more are sent than documented',
    capitals: 'no more are sent for the address in other capitals',
    'at-once': 'no more are sent where many resets are asked for at the same time',
    later: 'an hour later a reset is mailed again',
  },
  async prove(bench) {
    const most = bench.documented('mailsPerHour')
    const flooded = await flood(bench, 'reset', async (person) => {
      await toForgotten(person)
      await guessInVain(person, most + BEYOND, () => askForReset(person))
    })
    await proveLater(bench, flooded)
    await skipIfNotTestable(bench, ['resent'], async () => {
      const { resend, sent } = bench.role('reset')
      if (!resend) throw new NotTestable('Nothing has the mail sent again.')
      needActs(bench, [resend])
      await flood(bench, 'resent', async (person) => {
        await toForgotten(person)
        await askForReset(person)
        await person.reach(sent)
        await guessInVain(person, most + BEYOND, () => person.perform(resend))
      })
    })
    await flood(bench, 'capitals', async (person) => {
      for (const write of [inCapitals, capitalised]) {
        await toForgotten(person)
        const ask = () => performWithAddress(person, bench.role('reset').ask('registered'), write)
        await guessInVain(person, most, ask)
      }
    })
    await flood(bench, 'at-once', async (person) => {
      const guessers = [person, await bench.elsewhere(person)]
      for (const guesser of guessers) await toForgotten(guesser)
      await guessTogether(guessers, most + BEYOND, (guesser) => askForReset(guesser), undefined, 'at-once')
    })
  },
})

const inCapitals = (email: string) => email.toUpperCase()
const capitalised = (email: string) => email.slice(0, 1).toUpperCase() + email.slice(1)

/**
 * Has somebody's mailbox filled. The control: as many mails come as may be sent. Where fewer do, the rest may have been refused for
 * another reason, such as a token.
 */
async function flood(bench: Bench, claim: string, ask: (person: Person) => Promise<void>): Promise<Person> {
  const most = bench.documented('mailsPerHour')
  const { openLink } = bench.role('reset')
  const person = await account(bench)
  await ask(person)
  await nextMail(person, openLink, 0)
  const isMore = await anotherComes(person, openLink, most)
  const sent = await countMails(person, openLink)
  if (sent < most)
    bench.unproven(
      claim,
      `The control fails: ${sent} mails are sent, and ${most} may be by the documentation.`,
    )
  else bench.claim(claim, !isMore, `more than ${most} are sent`)
  return person
}

/** A stranger who asks for somebody's resets must not lock them out of their own for good. */
async function proveLater(bench: Bench, person: Person) {
  if (!bench.target.capabilities.includes('clock'))
    return bench.skip('later', 'The time of this deployment cannot be moved.')
  const { openLink } = bench.role('reset')
  const before = await countMails(person, openLink)
  await person.wait(HOUR + LEEWAY)
  const holder = await bench.elsewhere(person)
  await toForgotten(holder)
  await askForReset(holder)
  bench.claim('later', await anotherComes(person, openLink, before), 'none is')
}
