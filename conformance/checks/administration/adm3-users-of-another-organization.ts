import { withTag } from '../../../machines/model/values.ts'
import { add, addNewcomer, newcomersEmail, rowOf, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { namesPerson } from '../bench/names-person.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { type Deed, promoting, removing, resending, worksForOwn } from './deeds.ts'

export const adm3 = defineCheck({
  id: 'ADM3',
  title: 'An Administrator sees and changes the users of their own organization alone',
  source: '8.2.2; 8.4.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration'],
  uses: ['activation'],
  needs: ['documented.organizations'],
  seconds: 120,
  claims: {
    others: 'nobody whom the Administrator of another organization adds is in the list',
    page: 'the page of a user of another organization does not open by its address',
    added:
      'a user whom the Administrator of another organization adds as well is still in the list of the first one',
    resend: 'the request that resends the invitation of such a user, sent as theirs, mails nothing',
    promote: 'the request that gives such a user another role, sent as theirs, gives nobody one',
    remove: 'the request that removes such a user, sent as theirs, removes nobody',
  },
  async prove(bench) {
    const { administrator } = bench.role('administration')
    const [one, other] = [await bench.person(administrator), await bench.person(administrator)]
    if (whoIs(one) === whoIs(other)) throw new Unproven('The profile arranges the same Administrator twice.')
    // Each sees whom they add: that is the control.
    const theirs = await added(one, 'one')
    await added(other, 'other')
    await toUsers(other)
    const row = rowOf(other, theirs)
    bench.claim('others', !(await row.isVisible()), `${theirs} is there`)
    // Missing from the other list proves nothing where the list of their own has lost them, too.
    await toUsers(one)
    if (!(await rowOf(one, theirs).isVisible()))
      throw new Unproven(`${theirs} is no longer in the list of the Administrator who added them.`)
    await provePage(bench, one, other, theirs)
    await proveAdded(bench, one, other, theirs)
    await skipIfNotTestable(bench, ['resend'], async () =>
      proveRequest(bench, 'resend', await resending(one, theirs), { one, other }),
    )
    await skipIfNotTestable(bench, ['promote'], async () =>
      proveRequest(bench, 'promote', await promoting(one, theirs), { one, other }),
    )
    await skipIfNotTestable(bench, ['remove'], async () =>
      proveRequest(bench, 'remove', await removing(one, theirs), { one, other }),
    )
  },
})

/** Somebody may try one id after the other, below an address of their own organization, too. */
async function provePage(bench: Bench, one: Person, other: Person, email: string) {
  const link = rowOf(one, email).getByRole('link').first()
  const href = (await link.count()) > 0 ? await link.getAttribute('href') : null
  if (!href) return bench.skip('page', 'The list leads to no page of a user.')
  const url = new URL(href, one.page.url()).href
  const [own, foreign] = [await Jar.of(one), await Jar.of(other)]
  const shows = async (jar: Jar, at: string) =>
    namesPerson(await jar.read({ url: at, method: 'GET', headers: { accept: 'text/html' }, body: '' }), email)
  if (!(await shows(own, url))) bench.skip('page', 'The page of a user does not name them.')
  else
    for (const at of placesOf(url, one, other))
      bench.claim('page', !(await shows(foreign, at)), `${new URL(at).pathname} shows ${email}`)
  await Promise.all([own.close(), foreign.close()])
}

/** An address of one organization, and the same below the address of the other. */
const placesOf = (url: string, { session }: Person, other: Person) => [
  url,
  url.replace(session.arranged.url, other.session.arranged.url),
]

/** Whether it is refused is left to the product: somebody may belong to several organizations. */
async function proveAdded(bench: Bench, one: Person, other: Person, email: string) {
  await toUsers(other)
  await add(other, email)
  await other.settle()
  await toUsers(one)
  bench.claim('added', await rowOf(one, email).isVisible(), `${email} is no longer there`)
}

/** Sent as the other Administrator’s, with the tokens of their own pages. */
async function proveRequest(
  bench: Bench,
  claim: string,
  deed: Deed,
  { one, other }: Record<'one' | 'other', Person>,
) {
  const { sent, seen, works } = deed
  const { dashboard } = other.session.arranged
  for (const url of placesOf(sent.url, one, other)) {
    const foreign = await Jar.of(other)
    const isDone = await works(() => foreign.sendFresh({ ...sent, url, from: dashboard }))
    await foreign.close()
    if (isDone) {
      bench.claim(claim, false, seen)
      return
    }
  }
  if (await worksForOwn(one, deed)) bench.claim(claim, true)
  else bench.unproven(claim, 'The control fails: sent by their own Administrator it does nothing either.')
}

const whoIs = ({ account, session }: Person) => `${account.email} at ${session.arranged.url}`

/** Adds someone whom no other Administrator adds. */
async function added(administrator: Person, tag: string): Promise<string> {
  await toUsers(administrator)
  return addNewcomer(administrator, undefined, withTag(await newcomersEmail(administrator), tag))
}
