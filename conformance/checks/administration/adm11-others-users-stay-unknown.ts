import { withTag } from '../../../machines/model/values.ts'
import { textOfRow } from '../../page/row.ts'
import { add, addNewcomer, newcomersEmail, rowOf, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { addSecond } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { difference } from '../enumeration/difference.ts'
import { type Trace, traceOf } from '../enumeration/trace.ts'

export const adm11 = defineCheck({
  id: 'ADM11',
  title: 'An Administrator who adds somebody learns nothing of other organizations',
  source: 'CWE-204; no clause of a standard demands it (6.3.8 is about logins)',
  level: 'SHOULD',
  roles: ['administration'],
  uses: ['activation'],
  needs: ['documented.organizations'],
  seconds: 150,
  claims: {
    invited: 'adding someone whom another organization has invited is answered as adding anybody is',
    active: 'adding someone who has an account of another organization is answered as adding anybody is',
    listed: 'the list says the same of someone whom another organization has and of anybody else',
  },
  async prove(bench) {
    const other = await bench.person(bench.role('administration').administrator)
    const own = await newcomersEmail(other)
    const invited = withTag(own, 'invited')
    await toUsers(other)
    await addNewcomer(other, undefined, invited)
    const hasActive =
      bench.target.capabilities.includes('mailbox') && bench.optionalRole('activation') !== undefined
    if (hasActive) await addSecond(bench, other)
    const nobody = await adds(bench, withTag(own, 'nobody'), other)
    if (nobody.row === undefined)
      throw new Unproven('The control fails: somebody whom no organization has is not added either.')
    const again = await adds(bench, withTag(own, 'nobody-else'), other)
    const judge = (claim: string, one: Added) => {
      const different = difference([one.trace], [nobody.trace, again.trace])
      bench.claim(claim, different === undefined, different)
      bench.claim('listed', one.row === nobody.row, `it says “${one.row ?? ''}”, and else “${nobody.row}”`)
    }
    judge('invited', await adds(bench, invited, other))
    if (hasActive) judge('active', await adds(bench, own, other))
    else bench.skip('active', 'Nobody activates an account here whose mail can be read.')
  },
})

/** What an Administrator sees who has added somebody. */
interface Added {
  trace: Trace
  /** The row of that one, without the address and numbers; `undefined` where there is none. */
  row: string | undefined
}

/** The Administrator of an organization of their own adds somebody, and nobody else. */
async function adds(bench: Bench, email: string, other: Person): Promise<Added> {
  const administrator = await bench.person(bench.role('administration').administrator)
  if (administrator.session.arranged.url === other.session.arranged.url && sameAccount(administrator, other))
    throw new Unproven('The profile arranges the same Administrator twice.')
  await toUsers(administrator)
  const trace = await traceOf(administrator, email, () => add(administrator, email))
  await toUsers(administrator)
  const row = rowOf(administrator, email)
  const text = (await row.isVisible()) ? await textOfRow(row) : undefined
  return { trace, row: text === undefined ? undefined : withoutAddress(text, email) }
}

/** A long address may break between its parts, and a product may make a name of it. Numbers are times. */
function withoutAddress(text: string, email: string): string {
  const [local = ''] = email.split('@')
  return [email, local]
    .reduce((rest, part) => rest.replaceAll(part, ''), text.replace(/\s+/g, ''))
    .replace(/\d+/g, '')
}

const sameAccount = (a: Person, b: Person) => a.account.email === b.account.email
