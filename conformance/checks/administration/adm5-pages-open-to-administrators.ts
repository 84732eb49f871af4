import type { Act } from '../../../machines/model/roles.ts'
import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, needActs, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import { namesPerson } from '../bench/names-person.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { readingsOf } from '../bench/readings.ts'
import { addSecond } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { halfOfALogin } from './half-of-a-login.ts'
import { provePagesOfAdministrators } from './pages-of-administrators.ts'

/** A screen that opens is there at once. */
const AT_ONCE = 500

export const adm5 = defineCheck({
  id: 'ADM5',
  title: 'The pages of an Administrator open to nobody who is not logged in, nor after the password alone',
  source: '8.2.1; 8.3.1; 2.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'session'],
  uses: ['ssoSettings', 'login', 'activation', 'codes'],
  needs: [],
  seconds: 150,
  claims: {
    nobody: 'no page of an Administrator opens to someone who is not logged in',
    'half-way': 'no page of an Administrator opens to them after the password alone',
    interfaces: 'no interface of these pages names a user to someone who is not logged in',
    'interfaces-half-way': 'no interface of these pages names a user after the password alone',
    'interfaces-role':
      'no interface of the list of users names one to somebody whose role does not open that list',
    role: 'no further page that the profile names as one of Administrators opens to someone with a lesser role',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('administration').administrator)
    const reads = readingsOf(administrator)
    await toUsers(administrator)
    const email = withTag(await newcomersEmail(administrator), 'listed')
    await addNewcomer(administrator, undefined, email)
    const places = await placesOf(bench, administrator)
    if (places.length === 0) throw new NotTestable('None of these pages has an address of its own.')
    await claimClosed(bench, 'nobody', await bench.another(administrator), places)
    const half = await halfOfALogin(administrator)
    if (typeof half === 'string') bench.skip('half-way', half)
    else await claimClosed(bench, 'half-way', half, places)

    await proveInterfaces(bench, administrator, reads(), { email, half })
    await skipIfNotTestable(bench, ['interfaces-role'], () => proveRole(bench, administrator, reads(), email))
    await skipIfNotTestable(bench, ['role'], () => provePagesOfAdministrators(bench, administrator))
  },
})

/** @param email of somebody whom these pages name @param half an Administrator past the password alone, or why there is none */
async function proveInterfaces(
  bench: Bench,
  administrator: Person,
  reads: readonly Sent[],
  { email, half }: { email: string; half: Person | string },
) {
  const [inside, nobody] = [await Jar.of(administrator), await Jar.with(administrator)]
  const closed: Sent[] = []
  let tried = 0
  for (const ask of reads) {
    if (!namesPerson(await inside.read(ask), email)) continue
    tried += 1
    const isOpen = namesPerson(await nobody.read(ask), email)
    bench.claim('interfaces', !isOpen, `${new URL(ask.url).pathname} answers anybody`)
    if (!isOpen) closed.push(ask)
  }
  await Promise.all([inside.close(), nobody.close()])
  if (tried === 0) bench.skip('interfaces', NONE_NAMES)
  if (typeof half === 'string') return bench.skip('interfaces-half-way', half)
  const jar = await Jar.of(half)
  for (const ask of closed) {
    const isOpen = namesPerson(await jar.read(ask), email)
    bench.claim('interfaces-half-way', !isOpen, `${new URL(ask.url).pathname} answers`)
  }
  if (closed.length === 0)
    bench.skip('interfaces-half-way', tried === 0 ? NONE_NAMES : 'They answer anybody.')
  await jar.close()
}

/** What a page hides is hidden by what the page reads, too. */
async function proveRole(bench: Bench, administrator: Person, reads: readonly Sent[], email: string) {
  const { ranks, mayNot: [least] = ranks, list } = bench.role('administration')
  await toUsers(administrator)
  const url = administrator.page.url()
  const inside = await Jar.of(administrator)
  const naming: Sent[] = []
  for (const ask of reads) if (namesPerson(await inside.read(ask), email)) naming.push(ask)
  await inside.close()
  if (naming.length === 0) return bench.skip('interfaces-role', NONE_NAMES)
  const other = await addSecond(bench, administrator, least?.label)
  await logInForTheFirstTime(other, { email: 'second', password: 'new' })
  await other.open(url)
  if (await other.isAt(list, AT_ONCE))
    return bench.skip(
      'interfaces-role',
      `The list of users opens to someone with the role “${least?.label}”.`,
    )
  const jar = await Jar.of(other)
  for (const ask of naming) {
    const isOpen = namesPerson(await jar.read(ask), email)
    bench.claim('interfaces-role', !isOpen, `${new URL(ask.url).pathname} answers`)
  }
  await jar.close()
}

const NONE_NAMES = 'They read nothing by script that names a user.'

interface Place {
  screen: string
  url: string
}

/** The pages of the users and of the settings that have an address of their own. */
async function placesOf(bench: Bench, administrator: Person): Promise<Place[]> {
  const { open, startAdding, add } = bench.role('administration')
  const settings = bench.optionalRole('ssoSettings')
  const ways: [readonly Act[], string][] = [[[...open, startAdding], add('').screen]]
  if (settings) ways.push([settings.open, settings.openIdConnect.choose.screen])
  const { dashboard } = administrator.session.arranged
  const places = new Map<string, Place>()
  for (const [acts, last] of ways) {
    needActs(bench, acts)
    await administrator.open(dashboard)
    const start = administrator.page.url()
    for (const [n, act] of acts.entries()) {
      await administrator.perform(act)
      const screen = acts[n + 1]?.screen ?? last
      await administrator.reach(screen)
      const url = administrator.page.url()
      // A panel or a dialog opens where people are already.
      if (url !== start && ![...places.values()].some((place) => place.url === url))
        places.set(screen, { screen, url })
    }
  }
  return [...places.values()]
}

async function claimClosed(bench: Bench, claim: string, person: Person, places: readonly Place[]) {
  for (const { screen, url } of places) {
    await person.open(url)
    const opens = await person.isAt(screen, AT_ONCE)
    bench.claim(claim, !opens, `“${person.session.screen(screen).heading}” opens`)
  }
}
