import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import { Jar } from '../bench/jar.ts'
import { countMails } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import { lastSent, readRequest } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

/** A mail that must not come would be there by then, in milliseconds. */
const LONG_ENOUGH = 500

export const adm1 = defineCheck({
  id: 'ADM1',
  title: 'Someone without the right to add users is offered no way to, and finds none',
  source: '8.2.1; 8.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation'],
  needs: ['mailbox'],
  seconds: 90,
  claims: {
    offered: 'no page of theirs offers it',
    page: 'the address of the list does not open to them',
    request: 'the request of an Administrator, sent as theirs, adds nobody',
  },
  async prove(bench) {
    const { administrator: may, viewer: mayNot, open, startAdding } = bench.role('administration')
    const { openLink } = bench.role('activation')
    // The control: to an Administrator the page opens, and the request adds someone.
    const administrator = await bench.person(may)
    await toUsers(administrator)
    const list = administrator.page.url()
    const asked = await lastSent(administrator, async () => {
      await addNewcomer(administrator)
    })
    if (!asked) throw new Unproven('Nothing was sent to add a user.')
    const request = await readRequest(asked)

    const viewer = await bench.person(mayNot)
    const inSessionOfViewer = (url: string) =>
      url.replace(administrator.session.arranged.url, viewer.session.arranged.url)
    const labels = [...open, startAdding].slice(-2).map(({ press = '' }) => press)
    await viewer.open(viewer.session.arranged.dashboard)
    const offered = await Promise.all(labels.map((label) => viewer.canPress(label)))
    bench.claim('offered', !offered.includes(true), `“${labels[offered.indexOf(true)]}” is there`)
    await viewer.open(inSessionOfViewer(list))
    bench.claim('page', !(await viewer.canPress(startAdding.press ?? '')), 'it opens')
    const before = await countMails(viewer, openLink)
    const own = { ...request, url: inSessionOfViewer(request.url), from: viewer.session.arranged.dashboard }
    const [from, to] = [await newcomersEmail(administrator), await newcomersEmail(viewer)]
    const jar = await Jar.of(viewer)
    const written = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)
    await jar.sendFresh({
      ...own,
      body: own.body.replaceAll(written(from), written(to)).replaceAll(from, to),
    })
    await jar.close()
    await viewer.page.waitForTimeout(LONG_ENOUGH)
    bench.claim('request', (await countMails(viewer, openLink)) === before, 'an invitation is mailed')
  },
})
