import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, newcomersEmail, rolesIn, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { logInAgain } from '../bench/log-in-again.ts'
import type { Person } from '../bench/person.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { getsToAdding } from './gets-to-adding.ts'
import { proveUnoffered } from './unoffered-roles.ts'

export const adm2 = defineCheck({
  id: 'ADM2',
  title: 'The role that is chosen for a new user is the one they have',
  source: 'the documentation: a role is chosen when a user is added; 2.2.2',
  level: 'MUST',
  roles: ['administration', 'session', 'login'],
  uses: ['codes', 'activation'],
  needs: [],
  seconds: 180,
  claims: {
    least: 'the least powerful role is the one that the list shows',
    most: 'the most powerful role is the one that the list shows',
    between: 'every role between them is the one that the list shows',
    kept: 'the roles are still so when the list is opened again',
    again: 'the roles are still so after the Administrator has logged out and in again',
    unoffered: 'a request with a role that is not offered, or with none, gives nobody the most powerful one',
    rights: 'someone with the most powerful role gets to the form that adds users',
  },
  async prove(bench) {
    const { administrator: situation, ranks } = bench.role('administration')
    const administrator = await bench.person(situation)
    const own = await newcomersEmail(administrator)
    const added = ranks.map(({ label }, rank) => ({
      claim: rank === 0 ? 'least' : rank === ranks.length - 1 ? 'most' : 'between',
      role: label,
      email: rank === 0 ? own : withTag(own, `role${rank}`),
    }))
    if (ranks.length < 3) bench.skip('between', 'There is no role between them.')
    await toUsers(administrator)
    for (const { claim, role, email } of added) {
      await addNewcomer(administrator, role, email)
      await judge(bench, administrator, claim, { role, email })
    }
    await toUsers(administrator)
    for (const one of added) await judge(bench, administrator, 'kept', one)
    if (await logInAgain(administrator)) {
      await toUsers(administrator)
      for (const one of added) await judge(bench, administrator, 'again', one)
    } else bench.unproven('again', 'The Administrator does not get in again by a password.')
    await proveRights(bench)
    await proveUnoffered(bench)
  },
})

/** A list may show a role that its holder does not have. */
async function proveRights(bench: Bench) {
  const { administrator: situation, ranks } = bench.role('administration')
  if (!bench.optionalRole('activation') || !bench.target.capabilities.includes('mailbox'))
    return bench.skip('rights', 'Nobody who was added can log in here.')
  const administrator = await bench.person(situation)
  const other = await addSecond(bench, administrator, ranks.at(-1)?.label)
  await logInForTheFirstTime(other, { email: 'second', password: 'new' })
  const isThere = await getsToAdding(other)
  bench.claim('rights', isThere, 'they do not')
}

async function judge(
  bench: Bench,
  administrator: Person,
  claim: string,
  { role, email }: { role: string; email: string },
) {
  const shown = await rolesIn(administrator, email)
  const isRole = shown.length === 1 && shown[0] === role
  bench.claim(claim, isRole, `the list says “${shown.join(', ')}”, and ${role} was chosen`)
}
