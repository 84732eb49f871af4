import { adding } from '../administration/deeds.ts'
import type { Bench } from '../bench/bench.ts'
import { fieldsOf, isJson } from '../bench/body.ts'
import { inside } from '../bench/inside.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import {
  account,
  enterEmail,
  enterPassword,
  member,
  toEmail,
  toPassword,
  whyInOneForm,
} from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { partsIn, withPart } from '../sessions/session-parts.ts'
import { fillSettings, openForm, saveSettings } from '../sso-configuration/settings.ts'
import { innerWords } from './inner-words.ts'

export const txt3 = defineCheck({
  id: 'TXT3',
  title: 'The answer to a broken request tells nothing of the inside of the product',
  source: '16.5.1; 13.4.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login'],
  uses: ['session', 'codes', 'administration', 'ssoSettings'],
  needs: [],
  seconds: 120,
  claims: {
    forms: 'no broken form of a login is answered with a stack trace or a query',
    inside: 'no broken form of an Administrator is answered with a stack trace or a query',
    addresses:
      'no broken or unknown address is answered with a stack trace, a query, or a page for developers',
    cookies: 'no broken cookie or token is answered with a stack trace or a query',
  },
  async prove(bench) {
    const person = await member(bench)
    for (const form of formsOf(bench)) {
      await form.open(person)
      await proveBrokenForm(
        person,
        'forms',
        form.called,
        await person.interceptRequest(() => form.send(person)),
      )
    }
    const { url } = person.session.arranged
    const jar = await Jar.of(person)
    for (const path of BROKEN_PATHS)
      judge(bench, 'addresses', await jar.open(`${url.replace(/[/?#]*$/, '')}${path}`))
    await jar.close()
    await skipIfNotTestable(bench, ['cookies'], () => proveBrokenCredentials(bench, person))
    await skipIfNotTestable(bench, ['inside'], () => proveInside(bench))
  },
})

/** The control is the same request, unbroken. It comes last: settings that are saved may end the session. */
async function proveBrokenForm(person: Person, claim: string, called: string, sent: Sent) {
  const jar = await Jar.of(person)
  const answers: Answer[] = []
  for (const breaks of brokenForms) answers.push(await jar.sendFresh(sent, breaks))
  if ((await jar.sendFresh(sent)).status >= 500)
    throw new Unproven(`${called} is answered with an error of the server, even unbroken.`)
  for (const answer of answers) judge(person.bench, claim, answer)
  await jar.close()
}

/** What somebody may break who is logged in, and may do most. */
async function proveInside(bench: Bench): Promise<void> {
  const administration = bench.optionalRole('administration')
  const settings = bench.optionalRole('ssoSettings')
  if (administration && bench.canArrange(administration.administrator)) {
    const administrator = await bench.person(administration.administrator)
    await proveBrokenForm(
      administrator,
      'inside',
      'The form that adds users',
      (await adding(administrator)).sent,
    )
  } else bench.skip('inside', 'Nobody who adds users can be arranged here.')
  if (!settings || !bench.target.capabilities.includes('identity-provider')) return
  const administrator = await bench.person(settings.administrator)
  await openForm(administrator)
  await fillSettings(administrator, 'right')
  const sent = await administrator.interceptRequest(() => saveSettings(administrator))
  await proveBrokenForm(administrator, 'inside', 'The form of the settings of SSO', sent)
}

/** The forms of a login; one form may ask for the address and the password. */
function formsOf(bench: Bench) {
  const address = {
    called: 'The address',
    open: (person: Person) => toEmail(person),
    send: (person: Person) => enterEmail(person),
  }
  const password = {
    called: 'A wrong password',
    open: (person: Person) => toPassword(person),
    send: (person: Person) => enterPassword(person, 'wrong'),
  }
  return whyInOneForm(bench) === undefined ? [address, password] : [password]
}

/** Where a login sets no cookie, somebody who is logged in may send a token. */
async function proveBrokenCredentials(bench: Bench, person: Person): Promise<void> {
  const { dashboard } = person.session.arranged
  const page = { url: dashboard, method: 'GET', headers: { accept: 'text/html' }, body: '' }
  if ((await person.cookies()).length > 0) return proveBroken(bench, person, [page])
  if (!bench.optionalRole('session')) throw new NotTestable('A login sets no cookie.')
  const { jar, asks, person: insider } = await inside(await account(bench))
  await jar.close()
  await proveBroken(bench, insider, [page, ...asks])
}

async function proveBroken(bench: Bench, person: Person, asks: readonly Sent[]): Promise<void> {
  const whole = await person.credentials()
  const parts = partsIn(whole)
  if (parts.length === 0) throw new NotTestable('A session is kept in no cookie, and in no header.')
  for (const value of BROKEN_VALUES) {
    const broken = await Jar.with(
      person,
      parts.reduce((all, part) => withPart(all, part, value), whole),
    )
    for (const ask of asks) judge(bench, 'cookies', await broken.read(ask))
    await broken.close()
  }
}

function judge(bench: Bench, claim: string, { url, body }: { url: string; body: string }) {
  const found = innerWords(body)
  bench.claim(claim, found === undefined, `${new URL(url).pathname} says “${found}”`)
}

const withHeader = (sent: Sent, name: string, value: string): Sent => ({
  ...sent,
  headers: { ...sent.headers, [name]: value },
})

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'

/** The fields of a request, written as a form. */
const asForm = (body: string, write: (name: string, value: string) => string): string => {
  const fields = isJson(body) ? Object.entries(JSON.parse(body)) : fieldsOf(body)
  return fields
    .map(([name, value]) => write(encodeURIComponent(name), encodeURIComponent(String(value))))
    .join('&')
}

/** Ways to break what a form sends: where it is read, parsed, or used. */
const brokenForms: ((sent: Sent) => Sent)[] = [
  (sent) => ({ ...withHeader(sent, 'content-type', JSON_TYPE), body: '{"' }),
  (sent) => ({ ...withHeader(sent, 'content-type', JSON_TYPE), body: '[null]' }),
  (sent) => ({ ...withHeader(sent, 'content-type', 'multipart/form-data; boundary=x'), body: '--x\r\n' }),
  (sent) => ({ ...withHeader(sent, 'content-type', 'text/nothing; charset=none'), body: sent.body }),
  (sent) => ({ ...withHeader(sent, 'content-type', FORM_TYPE), body: '%E0%A4%A=%&=&&%00' }),
  (sent) => ({
    ...withHeader(sent, 'content-type', FORM_TYPE),
    body: asForm(sent.body, (name, value) => `${name}[]=${value}&${name}[a][b]=${value}`),
  }),
  (sent) => ({
    ...withHeader(sent, 'content-type', FORM_TYPE),
    body: asForm(sent.body, (name, value) => `${name}=${value}%27%22%00%5C`),
  }),
  (sent) => ({
    ...withHeader(sent, 'content-type', JSON_TYPE),
    body: JSON.stringify(
      Object.fromEntries((isJson(sent.body) ? [] : fieldsOf(sent.body)).map(([name]) => [name, { $ne: [] }])),
    ),
  }),
  (sent) => ({ ...sent, method: 'PUT' }),
]

const BROKEN_PATHS = [
  '/no-such-page',
  '/%E0%A4%A',
  '/%00',
  '/..%2f..%2f%c0%af',
  '/?a[b]=1&a=%',
  `/${'a'.repeat(3000)}`,
]

/** No cookie may hold a control character, so these are as broken as they get. */
const BROKEN_VALUES = ['%E0%A4%A', '{"a":', "'", 'a.b.c', '0'.repeat(3000)]
