import type { Credentials } from '../../../machines/model/perform.ts'
import { signInAtProvider } from '../../session/provider-pages.ts'
import type { Bench } from '../bench/bench.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { namesAnother } from '../bench/names-person.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { pagesOf, readingsOf } from '../bench/readings.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { addAtProvider, logInAs } from './added-at-provider.ts'
import { comeBack, goToProvider, misbehave, opensBySso, signedInAtProvider, ssoRoles } from './sso.ts'

export const rp16 = defineCheck({
  id: 'RP16',
  title: 'Who signs in at the provider counts, not the address that was typed before',
  source: '6.8.1; OpenID Connect Core 5.7',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles],
  uses: ['ssoSettings', 'administration'],
  needs: ['identity-provider'],
  seconds: 120,
  claims: {
    direct: 'someone who is signed in at the provider is logged in without being asked again',
    stranger: 'someone else at the provider, who was not added, is not logged in by a typed address',
    named:
      'someone else at the provider, who was added, gets no session but their own, whatever address was typed',
    capitals: 'someone whose address the provider writes in capitals is logged in as the one who was added',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    bench.claim('direct', await opensBySso(person), 'the login ends elsewhere')
    await proveStranger(bench, person)
    await skipIfNotTestable(bench, ['named'], () => proveNamed(bench))
    await skipIfNotTestable(bench, ['capitals'], () => proveCapitals(bench))
  },
})

async function proveStranger(bench: Bench, person: Person) {
  const stranger = person.session.provider().stranger
  if (!stranger) {
    for (const claim of ['stranger', ...Object.keys(rejectionClaims)])
      bench.skip(claim, `${bench.target.name} has no other account at its provider.`)
    return
  }
  const other = await bench.another(person)
  await toEmail(other)
  const error = await other.errorAfter(
    async () => {
      await goToProvider(other)
      await signInAtProvider(other.session, stranger)
      await comeBack(other)
    },
    () => isAtProtectedPage(other, 0),
  )
  const rejections = new Rejections(bench)
  const facts = await other.signedIn()
  rejections.prove({ claim: 'stranger', of: 'an account that was not added', error, facts })
  await rejections.control({
    of: 'the account that was added',
    works: () => opensAs(bench, person),
    afresh: async () => opensBySso(await signedInAtProvider(bench)),
  })
}

/** The control: what names the other one, who types their own address. */
async function proveNamed(bench: Bench) {
  if (!bench.optionalRole('ssoSettings') || !bench.optionalRole('administration'))
    throw new NotTestable('Nobody is added here under single sign-on.')
  const { administrator, other } = await addAtProvider(bench)
  const { name: typed } = administrator.session.provider().user
  const honest = await inside(bench, administrator, other)
  if (!honest) throw new Unproven('The user who was added does not get in at the provider.')
  const naming = honest.filter(({ answer }) => namesAnother(answer, typed, other.name))
  if (naming.length === 0) throw new NotTestable('Nothing that opens names the person who is logged in.')
  const mistaken = await inside(bench, administrator, other, typed)
  // Where the other address is refused, nobody has a session that is not their own.
  if (!mistaken) return void bench.claim('named', true)
  const own = mistaken.filter(({ at }) => naming.some((ask) => ask.at === at))
  const wrong = own.find(({ answer }) => namesAnother(answer, other.name, typed))
  const right = own.some(({ answer }) => namesAnother(answer, typed, other.name))
  if (wrong || right) bench.claim('named', !wrong, `${wrong?.at} names the address that was typed`)
  else bench.unproven('named', 'What named the person before names nobody now.')
}

/** What is answered someone who has logged in at the provider; `undefined` where they do not get in. */
async function inside(bench: Bench, owner: Person, who: Credentials, typed = who.name) {
  const person = await bench.another(owner)
  const reads = readingsOf(person)
  if (!(await logInAs(person, who, typed))) return undefined
  const jar = await Jar.of(person)
  const asks: { at: string; answer: Answer }[] = []
  for (const ask of [...(await pagesOf(person)), ...reads()])
    asks.push({ at: new URL(ask.url).pathname, answer: await jar.read(ask) })
  await jar.close()
  return asks
}

/** A first login, which finds the account by its address. The control: the same without capitals. */
async function proveCapitals(bench: Bench) {
  const person = await signedInAtProvider(bench)
  await misbehave(person, 'address-in-capitals')
  const opens = await opensBySso(person)
  await misbehave(person, undefined)
  if (opens || (await opensBySso(await signedInAtProvider(bench))))
    bench.claim('capitals', opens, 'the login ends elsewhere')
  else bench.unproven('capitals', 'The control fails: without capitals nobody is logged in either.')
}

async function opensAs(bench: Bench, owner: Person): Promise<boolean> {
  const again = await bench.another(owner)
  await toEmail(again)
  await goToProvider(again)
  await signInAtProvider(again.session, owner.session.provider().user)
  await comeBack(again)
  return isAtProtectedPage(again)
}
