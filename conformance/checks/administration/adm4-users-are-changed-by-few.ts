import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { logInForTheFirstTime } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { addSecond } from '../bench/second-account.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { adding, type Deed, promoting, removing, resending, worksForOwn } from './deeds.ts'
import { halfOfALogin } from './half-of-a-login.ts'

export const adm4 = defineCheck({
  id: 'ADM4',
  title:
    'Someone without the right to add users adds none, resends no invitation, and changes and removes no user',
  source: '8.2.1; 8.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'activation', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 360,
  claims: {
    adding: 'the request of an Administrator that adds a user, sent as theirs, adds nobody',
    resend: 'the request of an Administrator that resends an invitation, sent as theirs, mails nothing',
    remove: 'the request of an Administrator that removes a user, sent as theirs, removes nobody',
    promote: 'the request of an Administrator that gives a user a role, sent as theirs, gives nobody one',
    nobody:
      'a request to add, invite, change or remove does nothing when it is sent by someone who is not logged in',
    'half-way':
      'a request to add, invite, change or remove does nothing when an Administrator sends it after the password alone',
  },
  async prove(bench) {
    const { ranks, mayNot = ranks.slice(0, 1) } = bench.role('administration')
    for (const { label } of mayNot) await proveRole(bench, label)
  },
})

/** @param role of the product */
async function proveRole(bench: Bench, role: string) {
  const administrator = await bench.person(bench.role('administration').administrator)
  const other = await addSecond(bench, administrator, role)
  await logInForTheFirstTime(other, { email: 'second', password: 'new' })
  const newcomer = await newcomersEmail(administrator)
  const invited = withTag(newcomer, 'invited')
  await toUsers(administrator)
  await addNewcomer(administrator, undefined, invited)
  const people = { administrator, other, role }
  await judge(bench, 'resend', await resending(administrator, invited), people)
  await judge(bench, 'adding', await adding(administrator, withTag(newcomer, 'by-them')), people)
  await skipIfNotTestable(bench, ['promote'], async () =>
    judge(bench, 'promote', await promoting(administrator, invited), people),
  )
  await skipIfNotTestable(bench, ['remove'], async () =>
    judge(bench, 'remove', await removing(administrator, invited), people),
  )
}

interface People {
  administrator: Person
  /** Has that role. */
  other: Person
  role: string
}

async function judge(bench: Bench, claim: string, deed: Deed, { administrator, other, role }: People) {
  const { sent, change, seen, works } = deed
  const sendAs = async (jar: Jar, { session }: Person) => {
    const done = await works(() => jar.sendFresh({ ...sent, from: session.arranged.dashboard }, change))
    await jar.close()
    return done
  }
  const half = await halfOfALogin(administrator)
  if (typeof half === 'string') bench.skip('half-way', half)
  const senders: [string, Jar][] = [
    ['nobody', await Jar.with(other)],
    ...(typeof half === 'string' ? [] : ([['half-way', await Jar.of(half)]] as [string, Jar][])),
    [claim, await Jar.of(other)],
  ]
  const refused: string[] = []
  for (const [each, jar] of senders) {
    // What is done once is not done again by the same request.
    if (await sendAs(jar, other)) {
      bench.claim(each, false, each === claim ? `as someone with the role “${role}”: ${seen}` : seen)
      return
    }
    refused.push(each)
  }
  // The control: as the Administrator’s it does something.
  const isDone = await worksForOwn(administrator, deed)
  for (const each of refused)
    if (isDone) bench.claim(each, true)
    else bench.unproven(each, 'The control fails: as the Administrator’s it does nothing either.')
}
