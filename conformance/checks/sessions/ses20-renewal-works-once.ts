import { setTimeout } from 'node:timers/promises'
import { keptBy } from '../../page/kept.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { type Renewal, renewalOf } from './renewal-request.ts'

/** Some products take what was used for a few seconds more: the answer that brought the next may have been lost. Milliseconds. */
const OVERLAP = 30_000

export const ses20 = defineCheck({
  id: 'SES20',
  title: 'What renews the token of a session works once, and ends the session where it comes a second time',
  source: '10.4.5; RFC 9700 §4.14.2',
  level: 'SHOULD',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: {
    used: 'a cookie that has renewed the token renews it a second time for nobody',
    ended: 'where such a cookie comes a second time, the one that came after it renews no token any more',
  },
  seconds: 120,
  async prove(bench) {
    const person = await account(bench)
    await toProtectedPage(person)
    const { cookies } = await keptBy(person.page)
    const renewal = await renewalOf(person)
    if (!renewal) throw new NotTestable('No script gets a new token by a cookie.')
    const next = await renewal.person.session.context.cookies()
    const takesUsed = () => renews(renewal, person, cookies)
    const isTaken = (await takesUsed()) && (await setTimeout(OVERLAP).then(takesUsed))
    if (!bench.claim('used', !isTaken, 'a used cookie renews the token'))
      return bench.skip('ended', 'A used cookie is as good as a new one.')
    bench.claim('ended', !(await renews(renewal, renewal.person, next)), 'the next cookie still renews it')
    if (await renewsUnused(bench)) return
    for (const claim of ['used', 'ended'])
      bench.unproven(
        claim,
        'The control fails: sent again, a cookie that was not used renews no token either.',
      )
  },
})

/** The control: the same request, sent in the same way with the newest cookie of somebody else. */
async function renewsUnused(bench: Bench): Promise<boolean> {
  const person = await account(bench)
  await toProtectedPage(person)
  const renewal = await renewalOf(person)
  if (!renewal) return false
  return renews(renewal, renewal.person, await renewal.person.session.context.cookies())
}

/** Whether the request that renews the token brings one to somebody with these cookies. */
async function renews(
  { sent, brings }: Renewal,
  person: Person,
  cookies: readonly Cookie[],
): Promise<boolean> {
  const jar = await Jar.with(person, { cookies: [...cookies] })
  const { status, body } = await jar.send(sent)
  await jar.close()
  return status < 400 && brings(body)
}

type Cookie = Awaited<ReturnType<Person['session']['context']['cookies']>>[number]
