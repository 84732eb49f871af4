import { openFromProtectedPage } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { arrive, member, toEmail, whyInOneForm } from '../bench/journeys.ts'
import { toForgotten } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { toRegistration, touch } from '../keys/ceremony.ts'
import { judgeAnswer } from './answer.ts'
import { judgeMails, judgePage } from './judge-markup.ts'
import { markedUp, quotedMarkup } from './markup.ts'
import { judgeForms } from './own-forms.ts'
import { judgeNames } from './provider-names.ts'
import { judgeSettings } from './settings.ts'
import { fillMarkup, sends, typeMarkup } from './type-markup.ts'

export const txt1 = defineCheck({
  id: 'TXT1',
  title: 'What people type comes back as text, on pages and in mails',
  source: '1.2.1; 1.3.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login'],
  uses: ['reset', 'administration', 'keys', 'session', 'sso', 'ssoSettings'],
  needs: ['mailbox'],
  seconds: 240,
  claims: {
    address: 'markup in the address of a login is shown as text',
    reset: 'markup in the address of a reset is shown as text',
    added: 'markup in the address of an added user is shown as text',
    key: 'markup in the name of a security key is shown as text',
    settings: 'markup in a saved setting of SSO is shown as text',
    refused: 'markup in a refused setting of SSO comes back in its field, or as text',
    answer: 'markup in an error that comes from the provider is shown as text',
    named: 'markup in the name that the provider gives somebody is shown as text',
    forms: 'markup in the further forms that the profile names is shown as text',
    mails: 'markup in what a mail repeats is text there',
  },
  async prove(bench) {
    const people = [await judgeLogin(bench), await judgeAdding(bench), await judgeKey(bench)]
    if (bench.optionalRole('ssoSettings') && bench.target.capabilities.includes('identity-provider'))
      await judgeSettings(bench)
    else for (const claim of ['settings', 'refused']) bench.skip(claim, 'There are no settings of SSO here.')
    await judgeAnswer(bench)
    await judgeNames(bench)
    await judgeForms(bench)
    await judgeMails(
      bench,
      people.filter((one) => one !== undefined),
    )
  },
})

/** Someone whose login and whose reset repeat what they type. */
async function judgeLogin(bench: Bench): Promise<Person> {
  const person = await member(bench)
  // A product that takes valid addresses alone repeats no other.
  for (const as of [quotedMarkup, markedUp]) {
    await toEmail(person)
    await judgePage(bench, person, 'address', await typeMarkupAsAddress(person, as))
  }
  const reset = bench.optionalRole('reset')
  if (!reset) {
    bench.skip('reset', 'No password is reset here.')
    return person
  }
  for (const as of [quotedMarkup, markedUp]) {
    await toForgotten(person)
    await judgePage(bench, person, 'reset', await typeMarkup(person, reset.ask('registered'), as))
  }
  return person
}

/** Types markup as the address of a login; where one form asks for both, a password is sent with it. */
async function typeMarkupAsAddress(person: Person, as: (text: string) => string): Promise<boolean> {
  const { enterEmail, enterPassword } = person.role('login')
  const entering = enterEmail('registered')
  if (whyInOneForm(person.bench) === undefined) return typeMarkup(person, entering, as)
  await fillMarkup(person, entering, undefined, as)
  const { fill, ...pressing } = enterPassword('wrong')
  await person.perform({ ...pressing, press: undefined, fill })
  return sends(person, pressing)
}

/** Answers the Administrator; `undefined` where no one adds users. */
async function judgeAdding(bench: Bench): Promise<Person | undefined> {
  const administration = bench.optionalRole('administration')
  if (!administration || !bench.canArrange(administration.administrator)) {
    bench.skip('added', 'Nobody who adds users can be arranged here.')
    return undefined
  }
  const { administrator: situation, open, startAdding, add, ranks, list } = administration
  const administrator = await bench.person(situation)
  await openFromProtectedPage(administrator, open)
  await administrator.perform(startAdding)
  const isAdded = await typeMarkup(administrator, add(ranks[0]?.label ?? ''))
  await judgePage(bench, administrator, 'added', isAdded)
  await openFromProtectedPage(administrator, open)
  await administrator.isAt(list)
  await judgePage(bench, administrator, 'added', isAdded)
  return administrator
}

/** Names a security key; the page that lists the methods may show it, and so may a mail. */
async function judgeKey(bench: Bench): Promise<Person | undefined> {
  const naming = bench.optionalRole('keys')?.naming
  const methods = bench.target.pages?.methods
  if (!naming || !bench.target.capabilities.includes('security-key')) {
    bench.skip('key', 'No security key gets a name here.')
    return undefined
  }
  const registration = await toRegistration(bench)
  const { person, next } = registration
  await touch(registration)
  if (next !== naming.form) {
    bench.skip('key', 'No security key gets a name here.')
    return undefined
  }
  await person.reach(naming.form)
  const isSent = await typeMarkup(person, naming.name)
  await judgePage(bench, person, 'key', isSent)
  await arrive(person)
  if (methods) {
    await person.open(methods.at)
    await judgePage(bench, person, 'key', isSent)
  }
  return person
}
