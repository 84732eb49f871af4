import { signInAtProvider } from '../../session/provider-pages.ts'
import type { Bench } from '../bench/bench.ts'
import { credentialsSent } from '../bench/credentials-sent.ts'
import { Jar } from '../bench/jar.ts'
import {
  account,
  arrive,
  enterCode,
  enterPassword,
  isAskedForCode,
  toEmail,
  toPassword,
} from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Credentials, Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { asksForProof, giveProof, proveAgain } from '../codes/prove-again.ts'
import { keysHere, toAssertion, touch } from '../keys/ceremony.ts'
import { goToProvider, isSentThere } from '../relying-party/sso.ts'
import { opensInBrowser } from './opens-in-browser.ts'
import { partsIn, type SessionPart, sessionParts } from './session-parts.ts'
import { atProvider, whyNotAtProvider } from './ways-in.ts'

export const ses1 = defineCheck({
  id: 'SES1',
  title: 'The session id is a new one after each proof of who it is, and the old ones open nothing',
  source: '7.2.4',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'keys', 'sso'],
  needs: [],
  seconds: 120,
  claims: {
    password: 'the session id from before the password is replaced, and opens nothing',
    code: 'the session id from before the code is replaced, and opens nothing',
    key: 'the session id from before the security key is replaced, and opens nothing',
    provider: 'the session id from before the provider is replaced, and opens nothing',
    confirmation: 'the session id from before a fresh proof is replaced, and opens nothing',
  },
  async prove(bench) {
    const person = await account(bench)
    await toPassword(person)
    const beforePassword = await credentialsSent(person, () => enterPassword(person))
    const isAsked = await isAskedForCode(person)
    const beforeCode = isAsked && (await credentialsSent(person, () => enterCode(person)))
    await arrive(person)
    await proveReplaced(bench, person, 'password', beforePassword)
    if (beforeCode) await proveReplaced(bench, person, 'code', beforeCode)
    else bench.skip('code', 'No code is asked for after the password.')
    await proveReplacedByProof(bench, person)
    await skipIfNotTestable(bench, ['key'], () => proveReplacedByKey(bench))
    await skipIfNotTestable(bench, ['provider'], () => proveReplacedByProvider(bench))
  },
})

async function proveReplaced(bench: Bench, person: Person, claim: string, old: Credentials) {
  const former = partsIn(old)
  const isFormer = ({ kind, name, value }: SessionPart) =>
    former.some((one) => one.value === value && (kind === 'header' || one.name === name))
  const renewed = !(await sessionParts(person)).every(isFormer)
  bench.claim(claim, renewed, 'it is the same one')
  const jar = await Jar.with(person, old)
  bench.claimOut(claim, await jar.signedIn(), 'it opens the session')
  bench.claim(claim, !(await opensInBrowser(person, old.cookies)), 'it opens the session in a browser')
  await jar.close()
}

async function proveReplacedByKey(bench: Bench) {
  keysHere(bench)
  const login = await toAssertion(bench)
  const old = await login.person.credentials()
  await touch(login)
  await arrive(login.person)
  await proveReplaced(bench, login.person, 'key', old)
}

/** Taken where the provider asks who it is: the target has prepared the login by then, and knows nothing more. */
async function proveReplacedByProvider(bench: Bench) {
  const why = whyNotAtProvider(bench)
  if (why !== undefined) throw new NotTestable(why)
  const person = await atProvider(bench).someone()
  await toEmail(person)
  if (!(await isSentThere(person, () => goToProvider(person))))
    throw new Unproven('The target did not send the person to the provider.')
  const old = await person.credentials()
  await signInAtProvider(person.session, person.session.provider().user)
  await arrive(person)
  await proveReplaced(bench, person, 'provider', old)
}

/** Where people prove once more who they are. */
async function proveReplacedByProof(bench: Bench, person: Person) {
  const methods = bench.target.pages?.methods
  const none = `${bench.target.name} has no page that asks for a fresh proof.`
  if (!methods) return bench.skip('confirmation', none)
  const old = await person.credentials()
  await person.open(methods.at)
  if (methods.confirm) await proveAgain(person, methods.confirm)
  else {
    if (!(await person.canPress(methods.add))) return bench.skip('confirmation', none)
    await person.pressLabel(methods.add)
    if (!(await asksForProof(person))) return bench.skip('confirmation', none)
    await giveProof(person)
  }
  return proveReplaced(bench, person, 'confirmation', old)
}
