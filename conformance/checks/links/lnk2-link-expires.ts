import type { Bench } from '../bench/bench.ts'
import { askForReset, choosePassword, goodPassword, holder, toForgotten } from '../bench/journeys.ts'
import { mailedLink, nextMail } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { type Mailed, tryLink } from './try-link.ts'

export const lnk2 = defineCheck({
  id: 'LNK2',
  title: 'Activation links and reset links expire after the documented time',
  source: '6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['activation', 'reset', 'login', 'codes'],
  needs: ['mailbox', 'clock', 'documented.activationLinkLife', 'documented.resetLinkLife'],
  seconds: 120,
  claims: {
    'activation-before': 'an activation link works a minute before it expires',
    activation: 'an activation link leads to no form that sets a password after its documented time',
    'reset-before': 'a reset link works a minute before it expires',
    reset: 'a reset link leads to no form that sets a password after its documented time',
    renewal: 'another link can be asked for where one has expired',
    ...rejectionClaims,
  },
  async prove(bench) {
    const invite = () => bench.person(bench.role('activation').invited)
    await proveExpires(bench, 'activation', bench.role('activation'), invite)
    await proveExpires(bench, 'reset', bench.role('reset'), () => forgetful(bench))
  },
})

/** Someone who has just been sent a reset link. */
async function forgetful(bench: Bench): Promise<Person> {
  const person = await holder(bench)
  await toForgotten(person)
  await askForReset(person)
  await nextMail(person, bench.role('reset').openLink, 0)
  return person
}

async function proveExpires(
  bench: Bench,
  kind: 'activation' | 'reset',
  mailed: Mailed,
  begin: () => Promise<Person>,
) {
  const person = await begin()
  const life = bench.documented(`${kind}LinkLife`)
  const address = await mailedLink(person, mailed.openLink)
  await person.wait(life - 60)
  await person.open(address)
  bench.claim(`${kind}-before`, await person.isAt(mailed.passwordForm), 'it does not work any more')
  await person.wait(61)
  const late = await bench.elsewhere(person)
  const rejections = new Rejections(bench)
  rejections.prove({
    claim: kind,
    of: `a link of ${life} s ago`,
    ...(await tryLink(late, address, mailed)),
    facts: await late.signedIn(),
    otherwise: 'it still leads there',
  })
  await proveRenewal(bench, late, kind)
  await rejections.control({
    of: 'a link that has not expired',
    works: () => setsPassword(person, mailed, begin),
    afresh: async () => false,
  })
}

async function proveRenewal(bench: Bench, late: Person, kind: 'activation' | 'reset') {
  const { renew } = bench.role('activation')
  if (kind === 'reset') {
    await toForgotten(late)
    await askForReset(late)
    bench.claim('renewal', await late.isAt(bench.role('reset').sent), 'no reset can be asked for')
  } else if (renew) {
    const sent = await late.perform(renew).then(
      () => true,
      () => false,
    )
    bench.claim('renewal', sent, 'it is not possible to ask for another activation link')
  }
}

/** A link of the same kind sets a password while it is young: in this session once more, or in a new one. */
async function setsPassword(person: Person, mailed: Mailed, begin: () => Promise<Person>): Promise<boolean> {
  const young = await begin()
  await young.open(await mailedLink(young, mailed.openLink))
  await young.reach(mailed.passwordForm)
  await choosePassword(young, goodPassword(person.bench), mailed.choosePassword)
  return young.isAt(mailed.done)
}
