import { fieldOf } from '../../../machines/model/perform.ts'
import type { Act } from '../../../machines/model/roles.ts'
import { valueFor } from '../../session/known.ts'
import { fillAtTarget } from '../../session/overrides.ts'
import { openFromProtectedPage } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { member, toEmail } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { lastSent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { MARKUP, markedUp } from './markup.ts'

export const txt1 = defineCheck({
  id: 'TXT1',
  title: 'What people type comes back as text, on pages and in mails',
  source: '1.2.1; 1.3.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'administration'],
  needs: ['mailbox'],
  seconds: 90,
  claims: {
    address: 'markup in the address of a login is shown as text',
    added: 'markup in the address of an added user is shown as text',
    mails: 'no mail holds markup that someone typed',
  },
  async prove(bench) {
    const person = await member(bench)
    await toEmail(person)
    const isSent = await typeMarkup(person, bench.role('login').enterEmail('registered'))
    await judgePage(bench, person, 'address', isSent)
    const { administrator: situation, open, startAdding, add, ranks, list } = bench.role('administration')
    const administrator = await bench.person(situation)
    await openFromProtectedPage(administrator, open)
    await administrator.perform(startAdding)
    const isAdded = await typeMarkup(administrator, add(ranks[0]?.label ?? ''))
    await judgePage(bench, administrator, 'added', isAdded)
    await openFromProtectedPage(administrator, open)
    await administrator.isAt(list)
    await judgePage(bench, administrator, 'added', isAdded)
    await judgeMails(bench, [person, administrator])
  },
})

/** Performs an act with markup in its fields for text. Answers whether the page sends that. */
async function typeMarkup(person: Person, { screen, fill: typed = {}, ...act }: Act): Promise<boolean> {
  const own = person.session.screen(screen)
  for (const [label, symbol] of Object.entries(typed)) {
    const field = fieldOf(own, label)
    if (field.options) await person.perform({ screen, fill: { [label]: symbol } })
    else {
      const value = await valueFor(person.session, field, symbol)
      await fillAtTarget(person.session, screen, label, markedUp(value))
    }
  }
  const sent = await lastSent(person, async () => {
    await person.perform({ screen, ...act })
    await person.settle()
  })
  return sent !== undefined
}

async function judgePage(bench: Bench, { page }: Person, claim: string, isSent: boolean) {
  if (!isSent) {
    bench.skip(claim, 'The page sends no address with markup.')
    return
  }
  const elements = await page.locator(MARKUP.selector).count()
  bench.claim(claim, elements === 0, `the page has made it an element at ${new URL(page.url()).pathname}`)
}

async function judgeMails(bench: Bench, people: Person[]) {
  const mails = (await Promise.all(people.map(({ session }) => session.mailbox().mails()))).flat()
  const bodies = await Promise.all(mails.map((mail) => mail.html()))
  bench.claim('mails', !bodies.some((html) => html.includes(MARKUP.html)), 'one does')
}
