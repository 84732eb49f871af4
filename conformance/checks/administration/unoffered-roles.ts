import { withTag } from '../../../machines/model/values.ts'
import { newcomersEmail, rolesIn, rowOf, toUsers, withAddress } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { isJson, mapJson, textsOf, withFields, withJsonFields, withSet } from '../bench/body.ts'
import { isTokenName } from '../bench/freshen.ts'
import { Jar } from '../bench/jar.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'

/** What a request may say in place of a role, by the tag of the address that it adds. */
const others: Readonly<Record<string, string | undefined>> = {
  'role-missing': undefined,
  'role-empty': '',
  'role-unknown': 'no-such-role',
}

/**
 * A role that is not known must not be read as the most powerful one. Whether such a request is refused, or gives a lesser role, is the
 * product's affair. Judges the claim `unoffered` of ADM2.
 */
export async function proveUnoffered(bench: Bench): Promise<void> {
  const { administrator: situation, ranks } = bench.role('administration')
  const [least, most] = [ranks[0]?.label ?? '', ranks.at(-1)?.label ?? '']
  if (least === most) return bench.skip('unoffered', 'There is one role.')
  const administrator = await bench.person(situation)
  const sent = await heldAdding(administrator, least)
  const names = fieldsThatDiffer(sent, await heldAdding(administrator, most))
  if (names.length === 0) return bench.skip('unoffered', 'The request has no field of its own for the role.')
  const own = await newcomersEmail(administrator)
  /** Whether the request adds somebody, and with which roles. */
  const adds = async (tag: string, change: (sent: Sent) => Sent) => {
    const email = withTag(own, tag)
    const jar = await Jar.of(administrator)
    await jar.sendFresh(sent, (fresh) => withAddress(change(fresh), own, email))
    await jar.close()
    await toUsers(administrator)
    const isAdded = await rowOf(administrator, email).isVisible()
    return isAdded ? rolesIn(administrator, email) : undefined
  }
  // The control: the same request, with a role that is offered.
  const offered = await adds('role-offered', (fresh) => fresh)
  if (offered === undefined)
    return bench.unproven(
      'unoffered',
      'The control fails: with a role that is offered it adds nobody either.',
    )
  if (offered.includes(most)) return bench.skip('unoffered', `Somebody who is added as ${least} is ${most}.`)
  for (const [tag, role] of Object.entries(others)) {
    const roles = await adds(tag, (fresh) => withRole(fresh, names, role))
    const said = role === undefined ? 'no role' : `the role “${role}”`
    bench.claim('unoffered', !roles?.includes(most), `a request with ${said} adds somebody as ${most}`)
  }
}

async function heldAdding(administrator: Person, role: string): Promise<Sent> {
  const { startAdding, add } = administrator.role('administration')
  await toUsers(administrator)
  await administrator.perform(startAdding)
  return administrator.interceptRequest(() => administrator.perform(add(role)))
}

/** The names of fields that hold something else where another role is chosen. */
function fieldsThatDiffer(one: Sent, other: Sent): string[] {
  const [first, second] = [textsOf(one.body), textsOf(other.body)]
  return Object.keys(first).filter((name) => !isTokenName(name) && first[name] !== second[name])
}

function withRole(sent: Sent, names: readonly string[], role: string | undefined): Sent {
  const { body } = sent
  if (role !== undefined) {
    const fields = Object.fromEntries(names.map((name) => [name, role]))
    return { ...sent, body: isJson(body) ? withJsonFields(body, fields) : withSet(body, fields) }
  }
  return {
    ...sent,
    body: isJson(body)
      ? mapJson(body, (name, old) => (names.includes(name) ? undefined : old))
      : withFields(body, (fields) => fields.filter(([name]) => !names.includes(name))),
  }
}
