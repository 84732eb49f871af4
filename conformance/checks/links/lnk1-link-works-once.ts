import type { Bench } from '../bench/bench.ts'
import { enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { choosePassword, goodPassword, otherPassword } from '../bench/mailed-passwords.ts'
import {
  atNewPassword,
  type MailedKind,
  mailedKinds,
  sentLink,
  setPassword,
  wayToPassword,
  whyNoLink,
  whySilent,
} from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { tryLink } from './try-link.ts'
import { proveOnceAtOnce } from './used-at-once.ts'

export const lnk1 = defineCheck({
  id: 'LNK1',
  title: 'An activation link and a reset link work once',
  source: '6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 240,
  claims: {
    'activation-form': 'a form that an activation link opened before it was used sets no password any more',
    'activation-link': 'a used activation link leads to no form that sets a password',
    'activation-at-once': 'of several requests with one activation link at once, one sets a password',
    'reset-form': 'a form that a reset link opened before it was used sets no password any more',
    'reset-link': 'a used reset link leads to no form that sets a password',
    'reset-at-once': 'of several requests with one reset link at once, one sets a password',
    ...rejectionClaims,
  },
  async prove(bench) {
    for (const kind of mailedKinds) {
      const why = whyNoLink(bench, kind)
      if (why !== undefined) {
        for (const claim of ['form', 'link', 'at-once']) bench.skip(`${kind}-${claim}`, why)
        continue
      }
      if (await proveOnce(bench, kind)) await proveOnceAtOnce(bench, kind)
      else for (const claim of ['form', 'at-once']) bench.skip(`${kind}-${claim}`, OPENS_ONCE)
    }
  },
})

const OPENS_ONCE = 'The link opens its form once: no second one can be open.'

/**
 * Two people have the form open, and only the first sets a password; after that the link itself sets none. Answers whether the form can be
 * open twice: a link may be spent once it is opened.
 */
async function proveOnce(bench: Bench, kind: MailedKind): Promise<boolean> {
  const rejections = new Rejections(bench)
  const mailed = bench.role(kind)
  const first = await sentLink(bench, kind)
  await first.perform(mailed.openLink)
  await first.reach(mailed.passwordForm)
  const link = await mailedLink(first, mailed.openLink)
  const second = await bench.elsewhere(first)
  await second.open(link)
  const isOpenTwice = await second.isAt(mailed.passwordForm)
  await choosePassword(first, goodPassword(bench), mailed.choosePassword)
  await first.reach(mailed.done)
  if (isOpenTwice) await proveForm(rejections, second, kind)
  const third = await bench.elsewhere(first)
  const tried = await tryLink(third, link, mailed)
  rejections.prove({
    claim: `${kind}-link`,
    of: `a used ${kind} link`,
    ...tried,
    facts: await third.signedIn(),
    otherwise: 'it leads there again',
  })
  await rejections.control({
    of: 'the password that was set first',
    works: () => opens(first),
    async afresh() {
      const other = await atNewPassword(bench)
      await setPassword(other)
      await other.reach(wayToPassword(bench).done)
      return opens(other)
    },
  })
  return isOpenTwice
}

async function proveForm(rejections: Rejections, late: Person, kind: MailedKind) {
  const mailed = late.bench.role(kind)
  const { choosePassword: choose, done } = mailed
  const error = await late.errorAfter(() => choosePassword(late, otherPassword(late.bench), choose))
  rejections.prove({
    claim: `${kind}-form`,
    of: `a form of the ${kind} link that was open before`,
    accepted: await late.isAt(done, 0),
    error,
    silent: whySilent(late.bench, mailed),
    facts: await late.signedIn(),
    otherwise: 'the second password is set',
  })
}

async function opens(person: Person): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person, 'new')
  return isPastPassword(person)
}
