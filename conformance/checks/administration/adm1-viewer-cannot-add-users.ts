import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import { writtenIn } from '../bench/body.ts'
import { Jar } from '../bench/jar.ts'
import { countMails } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { lastSent, readRequest, type Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500
/** A screen that opens is there at once. */
const AT_ONCE = 500

export const adm1 = defineCheck({
  id: 'ADM1',
  title: 'Someone without the right to add users finds no way to',
  source: '8.2.1; 8.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation'],
  needs: ['mailbox'],
  seconds: 90,
  claims: {
    absent: 'what the documentation says is absent for them is offered on neither page',
    form: 'the address of the form does not open to them',
    request: 'the request of an Administrator, sent as theirs, adds no one',
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
    const inSessionOfViewer = (url: string) =>
      url.replace(administrator.session.arranged.url, viewer.session.arranged.url)
    const absent = bench.target.documented?.absentForViewer
    if (absent) {
      for (const page of [viewer.session.arranged.dashboard, inSessionOfViewer(list)]) {
        await viewer.open(page)
        const offered = await Promise.all(absent.map((label) => viewer.canPress(label)))
        bench.claim('absent', !offered.includes(true), `“${absent[offered.indexOf(true)]}” is there`)
      }
    } else bench.skip('absent', 'The documentation names nothing that is absent.')
    if (form === list) bench.skip('form', 'The form has no separate address.')
    else {
      await viewer.open(inSessionOfViewer(form))
      bench.claim('form', !(await viewer.isAt(add('').screen, AT_ONCE)), 'it opens')
    }
    const added = async (sender: Person) => {
      const before = await countMails(sender, openLink)
      await sendAs(sender, administrator, request)
      await sender.page.waitForTimeout(LONG_ENOUGH)
      return (await countMails(sender, openLink)) > before
    }
    const isAdded = await added(viewer)
    // The control: sent in the same way as another Administrator's, it adds someone.
    if (isAdded || (await added(await bench.person(may))))
      bench.claim('request', !isAdded, 'an invitation is mailed')
    else bench.unproven('request', 'The control fails: as an Administrator’s it adds no one either.')
  },
})

/** Sends what an Administrator sent to add someone, in another session and with that one's own addresses. */
async function sendAs(sender: Person, administrator: Person, request: Sent) {
  const [there, here] = [administrator.session.arranged.url, sender.session.arranged.url]
  const [from, to] = [await newcomersEmail(administrator), await newcomersEmail(sender)]
  const written = writtenIn(request.body)
  const jar = await Jar.of(sender)
  const moved = {
    ...request,
    url: request.url.replace(there, here),
    from: sender.session.arranged.dashboard,
  }
  await jar.sendFresh(moved, (fresh) => ({
    ...fresh,
    body: fresh.body.replaceAll(written(from), written(to)).replaceAll(from, to),
  }))
  await jar.close()
}
