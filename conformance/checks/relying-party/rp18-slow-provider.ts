import { errors } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { goToProvider, misbehave, needHonestLogin, opensBySso, signedInAtProvider, ssoRoles } from './sso.ts'

/** The provider takes half as long; nobody waits longer for a page, in milliseconds. */
const MOST = 30_000

const failures = [
  ['slow-token', 'slow-token-endpoint', 'the token endpoint takes 15 seconds'],
  ['slow-discovery', 'slow-discovery', 'the metadata take 15 seconds'],
  ['broken-discovery', 'broken-discovery', 'the metadata are no JSON'],
] as const

export const rp18 = defineCheck({
  id: 'RP18',
  title: 'A provider that is slow, or that can’t be read, leaves nobody without an answer',
  source: '16.5.2',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 180,
  claims: {
    ...Object.fromEntries(
      failures.map(([claim, , when]) => [
        claim,
        `while ${when}, a login ends within half a minute: on the protected page, or with an error`,
      ]),
    ),
    recovers: 'the next login works',
  },
  async prove(bench) {
    await needHonestLogin(bench)
    let person = await signedInAtProvider(bench)
    for (const [claim, name] of failures) {
      await misbehave(person, name)
      const { isIn, error } = await endOf(person)
      bench.claim(claim, isIn || error !== undefined, 'neither comes')
      await misbehave(person, undefined)
      // A product that has kept the metadata lets people in.
      if (isIn) person = await signedInAtProvider(bench)
    }
    await judgeNext(bench, person)
  },
})

/** Begins a login by SSO, and answers how it ends. */
async function endOf(person: Person): Promise<{ isIn: boolean; error: string | undefined }> {
  await toEmail(person)
  const error = await person.session.watch.allowing(MOST, () =>
    person.errorAfter(
      () => goWithoutWaiting(person),
      () => isAtProtectedPage(person, 0),
      MOST,
    ),
  )
  return { isIn: await isAtProtectedPage(person, 0), error }
}

/** The click is made; the page that it leads to may take longer than patience. */
const goWithoutWaiting = (person: Person) =>
  goToProvider(person).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error
  })

async function judgeNext(bench: Bench, person: Person) {
  const works = await opensBySso(person)
  if (works || (await opensBySso(await signedInAtProvider(bench))))
    bench.claim('recovers', works, 'it does not; another person’s does')
  else bench.unproven('recovers', 'The control fails: nobody else gets in either.')
}
