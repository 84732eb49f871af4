import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, newcomersEmail, rowOf, toUsers, withAddress } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { anotherComes, countMails } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { lastSent, readRequest, type Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { halfOfALogin } from './half-of-a-login.ts'

/** A screen that opens is there at once. */
const AT_ONCE = 500

export const adm1 = defineCheck({
  id: 'ADM1',
  title: 'Someone without the right to add users finds no way to',
  source: '8.2.1; 8.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation'],
  uses: ['login'],
  needs: ['mailbox'],
  seconds: 90,
  claims: {
    absent: 'what the documentation says is absent for them is offered on neither page',
    form: 'the address of the form does not open to them',
    request: 'the request of an Administrator, sent as theirs, adds no one',
    nobody: 'the request of an Administrator, sent by someone who is not logged in, adds no one',
    'half-way': 'the request of an Administrator who has given the password alone adds no one',
  },
  async prove(bench) {
    const { administrator: may, viewer: mayNot, startAdding, add } = bench.role('administration')
    const { openLink } = bench.role('activation')
    // The control: to an Administrator the page opens, and the request adds someone.
    const administrator = await bench.person(may)
    await toUsers(administrator)
    const list = administrator.page.url()
    let form = list
    const asked = await lastSent(administrator, async () => {
      await administrator.perform(startAdding)
      await administrator.settle()
      form = administrator.page.url()
      await administrator.open(list)
      await addNewcomer(administrator)
    })
    if (!asked) throw new Unproven('Nothing was sent to add a user.')
    const request = await readRequest(asked)

    const viewer = await bench.person(mayNot)
    const inSessionOf = ({ session }: Person, url: string) =>
      url.replace(administrator.session.arranged.url, session.arranged.url)
    const absent = bench.target.documented?.absentForViewer
    if (absent) {
      const offeredTo = (person: Person) =>
        offeredAt(person, [person.session.arranged.dashboard, inSessionOf(person, list)], absent)
      const [there] = await offeredTo(viewer)
      const seen = await offeredTo(administrator)
      const unseen = absent.find((label) => !seen.includes(label))
      if (there === undefined && unseen !== undefined)
        bench.unproven('absent', `The control fails: an Administrator sees no “${unseen}” there either.`)
      else bench.claim('absent', there === undefined, `“${there}” is there`)
    } else bench.skip('absent', 'The documentation names nothing that is absent.')
    if (form === list) bench.skip('form', 'The form has no separate address.')
    else {
      await viewer.open(inSessionOf(viewer, form))
      bench.claim('form', !(await viewer.isAt(add('').screen, AT_ONCE)), 'it opens')
    }
    const added = async (sender: Person) => {
      const before = await countMails(sender, openLink)
      const jar = await Jar.of(sender)
      const to = await newcomersEmail(sender)
      await sendTo(to, jar, { administrator, sender, request })
      await jar.close()
      return anotherComes(sender, openLink, before)
    }
    const isAdded = await added(viewer)
    // The control: sent in the same way as another Administrator's, it adds someone.
    if (isAdded || (await added(await bench.person(may))))
      bench.claim('request', !isAdded, 'an invitation is mailed')
    else bench.unproven('request', 'The control fails: as an Administrator’s it adds no one either.')
    await proveOutside(bench, administrator, request)
  },
})

/** Which of these can be pressed on one of the pages. */
async function offeredAt(person: Person, pages: readonly string[], labels: readonly string[]) {
  const offered = new Set<string>()
  for (const page of pages) {
    await person.open(page)
    for (const label of labels) if (await person.canPress(label)) offered.add(label)
  }
  return labels.filter((label) => offered.has(label))
}

/** Neither without a login nor with half of one: the list of the Administrator shows whether someone was added. */
async function proveOutside(bench: Bench, administrator: Person, request: Sent) {
  const half = await halfOfALogin(administrator)
  const nobody = await Jar.with(administrator)
  const jars = new Map([['nobody', nobody]])
  if (typeof half === 'string') bench.skip('half-way', half)
  else jars.set('half-way', await Jar.of(half))
  const own = await newcomersEmail(administrator)
  const adds = async (jar: Jar, tag: string) => {
    const email = withTag(own, tag)
    await sendTo(email, jar, { administrator, sender: administrator, request })
    await jar.close()
    await toUsers(administrator)
    return rowOf(administrator, email).isVisible()
  }
  const added = new Map<string, boolean>()
  for (const [claim, jar] of jars) added.set(claim, await adds(jar, claim))
  const works = await adds(await Jar.of(administrator), 'control')
  for (const [claim, isAdded] of added)
    if (isAdded || works) bench.claim(claim, !isAdded, 'they are in the list')
    else bench.unproven(claim, 'The control fails: as an Administrator’s it adds no one either.')
}

interface Adding {
  /** Who sent the request first. */
  administrator: Person
  /** In whose session it is sent. */
  sender: Person
  request: Sent
}

/** Sends what an Administrator sent to add someone, to add another one. */
async function sendTo(email: string, jar: Jar, { administrator, sender, request }: Adding) {
  const [there, here] = [administrator.session.arranged.url, sender.session.arranged.url]
  const from = await newcomersEmail(administrator)
  const moved = {
    ...request,
    url: request.url.replace(there, here),
    from: sender.session.arranged.dashboard,
  }
  await jar.sendFresh(moved, (fresh) => withAddress(fresh, from, email))
}
