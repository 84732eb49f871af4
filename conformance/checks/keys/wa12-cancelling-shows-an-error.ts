import { enterPassword, isAtProtectedPage, toPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'

export const wa12 = defineCheck({
  id: 'WA12',
  title: 'Cancelling the browser’s question for the key shows an error, and the key can be tried again',
  source: 'WebAuthn 7.1, 7.2 step 2',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key'],
  claims: { cancelled: 'a cancelled question for the key logs nobody in', ...rejectionClaims },
  async prove(bench) {
    const person = await toPrompt(await bench.person(bench.role('keys').holder))
    const error = await person.errorAfter(() => person.session.key.whileCancelling(() => use(person)))
    if (error === undefined) bench.claim('says', false, 'no error is shown')
    const rejections = new Rejections(bench)
    rejections.prove({ claim: 'cancelled', of: 'cancelling', error, facts: await person.signedIn() })
    await rejections.control({
      of: 'the key',
      works: () => opens(person),
      afresh: async () => opens(await toPrompt(await bench.person(bench.role('keys').holder))),
    })
  },
})

const use = (person: Person) => person.perform(person.role('keys').useKey)

async function toPrompt(person: Person): Promise<Person> {
  await toPassword(person)
  await enterPassword(person)
  await person.reach(person.role('keys').prompt)
  return person
}

async function opens(person: Person): Promise<boolean> {
  await person.session.key.plugIn(person.account.securityKey)
  await use(person)
  return isAtProtectedPage(person)
}
