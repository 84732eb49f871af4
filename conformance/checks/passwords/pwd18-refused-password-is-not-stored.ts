import type { Bench } from '../bench/bench.ts'
import { account } from '../bench/journeys.ts'
import { type MailedKind, mailedKinds, whyNoLink } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { type HeldPassword, heldPassword } from './held-password.ts'
import { opensElsewhere } from './opens-elsewhere.ts'
import { around } from './pwd6-names-in-password-refused.ts'
import { withFirst, withLast } from './repeated.ts'
import { mixedPassword } from './shape.ts'
import { WELL_KNOWN_MIXED } from './well-known.ts'

/** NIST 3.1.1.2: no password is shorter. */
const LEAST = 8
/** Some products block an account after as few wrong passwords, and do not say so. */
const FEW = 3
const OTHER = 'Kvzmwtqr 7391 herons!'
const WRONG = 'certainly not the password'

const claimsOf = { activation: ['activation'], reset: ['reset', 'former'] } as const

export const pwd18 = defineCheck({
  id: 'PWD18',
  title: 'A password that was refused is not stored',
  source: '2.3.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 180,
  claims: {
    activation: 'a first password that was refused does not open the account',
    reset: 'a password that was refused at a reset does not open the account',
    former: 'after a password was refused at a reset, the former one still opens the account',
  },
  async prove(bench) {
    for (const kind of mailedKinds) {
      const why = whyNoLink(bench, kind)
      if (why === undefined) await proveNotStored(bench, kind)
      else for (const claim of claimsOf[kind]) bench.skip(claim, why)
    }
  },
})

interface Refused {
  of: string
  password: string
  change(fresh: Sent): Sent
}

/** What the form must refuse, as few as no account is blocked by. */
function triedOn({ target }: Bench, { password: good, sent }: HeldPassword): Refused[] {
  const { passwordLength = LEAST, forbiddenWords: [word] = [], attempts = FEW } = target.documented ?? {}
  const other = (of: string, password: string) => ({
    of,
    password,
    change: (fresh: Sent) => withValue(fresh, good, password),
  })
  const isRepeated = withLast(sent, good, '').body !== withFirst(sent, good, '').body
  const differing = {
    of: 'one with another in the second field',
    password: good,
    change: (fresh: Sent) => withLast(fresh, good, OTHER),
  }
  return [
    other(`one of ${passwordLength - 1} characters`, mixedPassword(passwordLength - 1)),
    ...(isRepeated ? [differing] : []),
    ...(word === undefined ? [] : [other(`one that contains “${word}”`, around(word))]),
    ...WELL_KNOWN_MIXED.slice(0, 1).map((one) => other(`the well-known one “${one}”`, one)),
  ].slice(0, Math.max(1, attempts - 1))
}

async function proveNotStored(bench: Bench, kind: MailedKind) {
  let form = await heldPassword(bench, kind)
  const refused: string[] = []
  let stored: string | undefined
  let former: boolean | undefined
  const judgeFormer = async ({ person }: HeldPassword) => {
    former = former !== false && (await opensElsewhere(person, person.account.password))
  }
  for (const { of, password, change } of triedOn(bench, form)) {
    const { error } = await form.send(change)
    const isOpen = await opensElsewhere(form.person, password)
    if (error !== undefined) refused.push(of)
    if (error !== undefined && isOpen) stored ??= of
    if (!isOpen) continue
    if (error !== undefined && kind === 'reset') await judgeFormer(form)
    form = await heldPassword(bench, kind)
  }
  if (kind === 'reset') await judgeFormer(form)
  // The control: the good one, sent in the same way, is taken without an error.
  const { error } = await form.send()
  const works = error === undefined && (await opensElsewhere(form.person, form.password))
  for (const claim of claimsOf[kind])
    if (refused.length === 0) bench.skip(claim, 'No password is refused there.')
    else if (!works) bench.unproven(claim, 'The control fails: a good password is not taken either.')
  if (refused.length === 0 || !works) return
  bench.claim(kind, stored === undefined, `of those that were refused, ${stored} does`)
  if (former === undefined) return
  if (former || !(await isBlockedBy(bench, refused.length))) bench.claim('former', former, 'it does not')
  else bench.unproven('former', `As few as ${refused.length} wrong passwords block an account here.`)
}

/** Whether so many wrong passwords are enough that the right one opens nothing. */
async function isBlockedBy(bench: Bench, times: number): Promise<boolean> {
  const person: Person = await account(bench)
  for (let left = times; left > 0; left--) await opensElsewhere(person, WRONG)
  return !(await opensElsewhere(person, person.account.password))
}
