import { fieldOf } from '../../../machines/model/perform.ts'
import { withTag } from '../../../machines/model/values.ts'
import { textOfRow } from '../../page/row.ts'
import { add, newcomersEmail, rolesIn, rowOf, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { proveNobodyTwice } from './added-twice.ts'
import { beginMails } from './one-mail-each.ts'

/** The kind of field that takes several addresses, as the documentation calls it. */
const SEVERAL = 'email-addresses'
const USUAL = ', '

export const adm6 = defineCheck({
  id: 'ADM6',
  title:
    'Users who are added at once each get the role that is chosen, and a mail of their own, and nobody is added twice',
  source: 'the documentation: addresses and a role are entered when users are added',
  level: 'MUST',
  roles: ['administration'],
  uses: ['activation'],
  needs: [],
  seconds: 150,
  claims: {
    rows: 'each of two addresses has a row of its own in the list',
    roles: 'each of two users who are added at once has the role that was chosen',
    mails: 'each of two users who are added at once is sent one mail, which does not name the other',
    half: 'of a right and a malformed address at once, neither is added, or what becomes of the malformed one is said',
    once: 'an address that is entered twice in one form is added once, and sent one mail',
    'at-once': 'of several requests at the same time that add one address, one adds it',
  },
  async prove(bench) {
    const { administrator: situation, add: adding, emailField, ranks } = bench.role('administration')
    const administrator = await bench.person(situation)
    const { holds } = fieldOf(administrator.session.screen(adding('').screen), emailField.label)
    if (holds !== SEVERAL) throw new NotTestable('The documentation adds one address at a time.')
    const own = await newcomersEmail(administrator)
    const emails = [withTag(own, 'first'), withTag(own, 'other')]
    const role = ranks.at(1)?.label ?? ranks[0]?.label ?? ''
    const mailed = await beginMails(bench, administrator)
    await addAll(bench, administrator, emails, role)
    for (const email of emails) {
      const shown = await rolesIn(administrator, email)
      bench.claim('roles', shown.length === 1 && shown[0] === role, `${email} is “${shown.join(', ')}”`)
    }
    await mailed('mails', emails)
    await proveHalf(bench, administrator, withTag(own, 'third'))
    await proveNobodyTwice(bench, administrator, own)
  },
})

const MALFORMED = 'no-address'

/** A form that has added somebody says who is missing. One that comes back with an error says who is added, too. */
async function proveHalf(bench: Bench, administrator: Person, email: string) {
  const { add: adding } = bench.role('administration')
  await toUsers(administrator)
  await add(administrator, [email, MALFORMED].join(bench.target.documented?.addressSeparator ?? USUAL))
  await administrator.settle()
  const isBack = await administrator.isAt(adding('').screen, 0)
  const { alerts, texts } = await administrator.snapshot()
  const says = (address: string) => [...alerts, ...texts].some((text) => text.includes(address))
  const isSaid = says(MALFORMED) && (!isBack || says(email))
  await toUsers(administrator)
  const isAdded = await rowOf(administrator, email).isVisible()
  const otherwise = isBack
    ? 'the form comes back, and the right one is added without a word'
    : 'the malformed one is dropped without a word'
  bench.claim('half', !isAdded || isSaid, otherwise)
}

async function addAll(bench: Bench, administrator: Person, emails: readonly string[], role: string) {
  const { list } = bench.role('administration')
  const separator = bench.target.documented?.addressSeparator
  await toUsers(administrator)
  await add(administrator, emails.join(separator ?? USUAL), role)
  await administrator.isAt(list)
  await toUsers(administrator)
  const texts = await Promise.all(emails.map((email) => textIn(administrator, email)))
  const isNone = texts.every((text) => text === undefined)
  const isOne = emails.some((_, n) => emails.every((email) => texts[n]?.includes(email)))
  if (separator === undefined && (isNone || isOne))
    throw new Unproven('Two addresses with a comma between them are not taken (documented.addressSeparator).')
  const missing = emails.filter((_, n) => texts[n] === undefined)
  bench.require('rows', missing.length === 0 && !isOne, `${missing.join(', ') || 'one row for both'}`)
}

async function textIn(administrator: Person, email: string): Promise<string | undefined> {
  const row = rowOf(administrator, email)
  return (await row.isVisible()) ? textOfRow(row) : undefined
}
