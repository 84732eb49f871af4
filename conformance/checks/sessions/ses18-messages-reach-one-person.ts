import { withTag } from '../../../machines/model/values.ts'
import { adding } from '../administration/deeds.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, enterPassword, toPassword } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { linesOf, proveOwn, type Watcher } from './messages.ts'

export const ses18 = defineCheck({
  id: 'SES18',
  title: 'A message that is meant for one person is shown to nobody else',
  source: '8.2.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'administration'],
  needs: [],
  seconds: 90,
  claims: {
    refused: 'an error that one person gets at the login is shown to nobody else',
    done: 'a notice that an Administrator gets who has added somebody is shown to nobody else',
  },
  async prove(bench) {
    await skipIfNotTestable(bench, ['refused'], () => proveRefused(bench))
    await skipIfNotTestable(bench, ['done'], () => proveDone(bench))
  },
})

async function proveRefused(bench: Bench) {
  const first = await account(bench)
  await toPassword(first)
  const message = await first.errorAfter(() => enterPassword(first, 'wrong'))
  if (message === undefined) throw new Unproven('No error is shown after a wrong password.')
  const person = await bench.elsewhere(first)
  await toPassword(person)
  const at = person.page.url()
  const jar = await Jar.of(person)
  const sent = await person.interceptRequest(() => enterPassword(person, 'wrong'))
  const { url, dashboard } = person.session.arranged
  const nobody = { jar: await Jar.with(first), places: [url, at, dashboard] }
  await proveOwn(bench, 'refused', { messages: [message], jar, sent, watchers: [nobody] })
}

/** A message is what the list says after somebody was added, and says no more when it is opened again. */
async function proveDone(bench: Bench) {
  const administration = bench.optionalRole('administration')
  if (!administration || !bench.canArrange(administration.administrator))
    throw new NotTestable('Nobody adds users here.')
  const administrator = await bench.person(administration.administrator)
  const other = await watcherOf(await bench.person(administration.administrator))
  await toUsers(administrator)
  const before = await linesOf(administrator.page)
  await addNewcomer(administrator, undefined, withTag(await newcomersEmail(administrator), 'first'))
  const after = await linesOf(administrator.page)
  await toUsers(administrator)
  const later = await linesOf(administrator.page)
  const messages = after.filter((line) => !before.includes(line) && !later.includes(line))
  if (messages.length === 0) throw new NotTestable('The list says nothing once somebody has been added.')
  const { sent } = await adding(administrator)
  const jar = await Jar.of(administrator)
  const { url, dashboard } = administrator.session.arranged
  const nobody = { jar: await Jar.with(administrator), places: [url, dashboard] }
  const fresh = await jar.fresh(sent)
  await proveOwn(bench, 'done', { messages, jar, sent: fresh, watchers: [other, nobody] })
}

/** Another Administrator, who looks at what they had open. */
async function watcherOf(person: Person): Promise<Watcher> {
  await toUsers(person)
  return { jar: await Jar.of(person), places: [person.page.url(), person.session.arranged.dashboard] }
}
