import { isIn } from '../../session/signed-in.ts'
import { newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { grantAccess } from '../bench/grant-access.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { atAnother, logInAsFarAs } from './as-far-as-let.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A session without requests goes on for longer than this: that is seen first. */
const REST = 25 * MINUTE
const BEFORE = 20 * MINUTE
/** The day ends so much later in the west. */
const WEST = 12 * HOUR

export const ses21 = defineCheck({
  id: 'SES21',
  title: 'Access that is granted until a day ends with that day',
  source: 'the documentation: a user is granted temporary access, with an end date; 8.3.2',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['administration', 'activation', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox', 'clock', 'pages.temporaryAccess'],
  seconds: 120,
  claims: {
    again: 'after that day the password and the code log nobody in',
    ended: 'a session of that day is over when the day is',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    const second = await addSecond(bench, administrator)
    await logInForTheFirstTime(second, { email: 'second', password: 'new' })
    const now = await nowOf(administrator)
    const until = new Date((Math.floor(now / DAY) + 1) * DAY * 1000)
    await toUsers(administrator)
    const email = await newcomersEmail(administrator)
    await grantAccess(administrator, email, until.toISOString().slice(0, 10))
    await administrator.settle()

    const end = until.getTime() / 1000 + DAY
    await administrator.wait(end - (await nowOf(administrator)) - REST - BEFORE)
    // The controls: the same login works on that day, and the session outlives a rest as long as the next one.
    const inside = await atAnother(second)
    await logInAsFarAs(inside)
    if (!isIn(await inside.signedIn())) throw new Unproven('They do not get in on that day either.')
    await administrator.wait(REST)
    if (!isIn(await inside.signedIn())) throw new Unproven('Their session ends before that day does.')
    await administrator.wait(end - (await nowOf(administrator)) + REST - BEFORE)
    await proveOver(bench, { administrator, second, inside })
  },
})

interface People {
  administrator: Person
  /** Whose access ends. */
  second: Person
  /** The same one, who has logged in on that day. */
  inside: Person
}

async function proveOver(bench: Bench, { administrator, second, inside }: People) {
  const session = await inside.signedIn()
  if (!(await getsIn(second))) {
    bench.claim('again', true)
    return bench.claimOut('ended', session, 'it continues')
  }
  // A product may mean the day of where its people are.
  await administrator.wait(WEST)
  const isIn = await getsIn(second)
  bench.claim('again', !isIn, 'they get in')
  bench.skip('ended', isIn ? 'Their access does not end at all.' : 'The day ends elsewhere.')
}

async function getsIn(second: Person): Promise<boolean> {
  const later = await atAnother(second)
  await logInAsFarAs(later)
  return isIn(await later.signedIn())
}

/** The time of the deployment, in seconds. */
async function nowOf({ session }: Person): Promise<number> {
  const now = await session.arranged.clock.now?.()
  if (now === undefined) throw new Unproven('The deployment does not tell its time.')
  return Math.floor(now / 1000)
}
