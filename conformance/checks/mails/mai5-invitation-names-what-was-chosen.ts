import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { countMails, nextMail } from '../bench/mailed-link.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { type Look, lookAt, ownWords, wordFrom } from './own-words.ts'
import { type Invitation, rolesNamed } from './roles-named.ts'
import { saidIn } from './said-in.ts'

export const mai5 = defineCheck({
  id: 'MAI5',
  title: 'An invitation names the role that was chosen, and the one who invites',
  source: 'the documentation: a role is chosen when a user is added',
  level: 'MUST',
  roles: ['administration', 'activation'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    role: 'an invitation that names a role names the one that was chosen',
    inviter:
      'an invitation that names who invites, or their organization, names the Administrator who added the user, or theirs',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    await proveRole(bench, administrator)
    await skipIfNotTestable(bench, ['inviter'], () => proveInviter(bench, administrator))
  },
})

async function proveRole(bench: Bench, administrator: Person) {
  const ranks = bench.role('administration').ranks.map(({ label }) => label)
  const [least = '', next = least] = ranks
  const own = await newcomersEmail(administrator)
  const invited = async (role: string, email: string): Promise<Invitation> => ({
    role,
    text: await invite(administrator, email, role),
  })
  const both = [await invited(least, own), await invited(next, withTag(own, 'next'))] as const
  const named = rolesNamed([...both], ranks)
  if (named.every((role) => role === undefined)) return bench.skip('role', 'The invitation names no role.')
  for (const [n, role] of named.entries()) {
    const chosen = both[n]?.role
    if (role !== undefined) bench.claim('role', role === chosen, `${chosen} was chosen, and it names ${role}`)
  }
}

/** Two Administrators invite somebody in turn: what is kept from the one before, or from the first, is named by the wrong mail. */
async function proveInviter(bench: Bench, first: Person) {
  const second = await bench.person(bench.role('administration').administrator)
  if (second.account.email === first.account.email)
    throw new NotTestable('There is one Administrator here who invites people.')
  const [one, other] = [await lookOf(first), await lookOf(second)]
  const [own, theirs] = [ownWords(one, other), ownWords(other, one)]
  const turns = [
    { person: first, mine: own, others: theirs, tag: 'once' },
    { person: second, mine: theirs, others: own, tag: 'then' },
    { person: first, mine: own, others: theirs, tag: 'again' },
  ]
  let isNamed = false
  for (const { person, mine, others, tag } of turns) {
    const text = await invite(person, withTag(await newcomersEmail(person), tag))
    const wrong = wordFrom(others, text)
    isNamed ||= wrong !== undefined || wordFrom(mine, text) !== undefined
    if (isNamed) bench.claim('inviter', wrong === undefined, `it names “${wrong}”, which is somebody else’s`)
  }
  if (!isNamed) throw new NotTestable('The invitation names neither who invites nor their organization.')
}

/** What names an Administrator on the pages that they see. */
async function lookOf(person: Person): Promise<{ email: string; look: Look }> {
  await person.open(person.session.arranged.dashboard)
  const home = await lookAt(person)
  await toUsers(person)
  return { email: person.account.email, look: [home, await lookAt(person)] }
}

/** Adds somebody, and answers what their invitation says beside their address. */
async function invite(administrator: Person, email: string, role?: string): Promise<string> {
  const { openLink } = administrator.role('activation')
  const before = await countMails(administrator, openLink)
  await toUsers(administrator)
  await addNewcomer(administrator, role, email)
  return saidIn(await nextMail(administrator, openLink, before), email)
}
