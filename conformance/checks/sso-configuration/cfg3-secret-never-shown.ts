import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { keptIn } from '../bench/kept-in.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import { type Met, metDuring } from '../bench/pages-met.ts'
import type { Person } from '../bench/person.ts'
import { pagesOf } from '../bench/readings.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { isOpen } from '../codes/open-half-way.ts'
import { holdsSecret } from '../passwords/holds-secret.ts'
import { type Method, methodAt, openSettings, settingsOf, typeSecret } from './settings.ts'

/** Method → what is typed as the client secret. */
const SECRETS = {
  openIdConnect: 'a-secret-that-nobody-guesses-42',
  entra: 'another-secret-that-nobody-guesses-43',
} as const satisfies Record<Method, string>

export const cfg3 = defineCheck({
  id: 'CFG3',
  title: 'A client secret that was saved is never shown again, and is left nowhere',
  source: '15.3.1; 14.2.1; 14.3.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['ssoSettings'],
  uses: ['session'],
  needs: ['identity-provider', 'pages.clientSecret'],
  seconds: 90,
  claims: {
    saving: 'no answer to the request that saves the secret holds it',
    address: 'no address that the browser asks for holds the secret',
    kept: 'no cookie and no storage of the browser holds the secret',
    answers: 'no answer holds the secret when the settings are opened again',
    fields: 'no field holds the secret when the settings are opened again',
    pages: 'no other page that the settings lead to holds the secret',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    await proveOf(administrator, 'openIdConnect')
    // Not every product has a secret for each method.
    await proveOf(administrator, 'entra').catch((error: unknown) => {
      if (!(error instanceof NotThere || error instanceof Unproven || error instanceof NotTestable))
        throw error
      administrator.session.notes.add(`the client secret of Entra ID was not tried: ${error.message}`)
    })
  },
})

async function proveOf(administrator: Person, method: Method): Promise<void> {
  const { bench, session } = administrator
  const { form } = methodAt(administrator, method)
  const { saved } = bench.role('ssoSettings')
  const isHeld = (text: string | null | undefined) => holdsSecret(text ?? '', SECRETS[method])
  const addresses: string[] = []
  const note = (request: { url(): string }) => void addresses.push(request.url())
  session.context.on('request', note)
  const answers = await save(administrator, method)
  if (!(await administrator.isAt(saved))) throw new Unproven('The settings were not saved.')
  claimNone(
    bench,
    'saving',
    answers.find(({ body }) => isHeld(body)),
  )
  const holder = await keptIn(administrator, isHeld)
  bench.claim('kept', holder === undefined, `${holder} does`)
  const shown = await settingsOf(administrator)
  const again = await metDuring(administrator, async () => {
    await openSettings(administrator)
    await administrator.reach(form)
  })
  session.context.off('request', note)
  claimNone(
    bench,
    'answers',
    again.find(({ body }) => isHeld(body)),
  )
  bench.claim('answers', !isHeld(shown) && !isHeld(await administrator.page.content()), 'one does')
  bench.claim('fields', !(await valuesOn(administrator)).some(isHeld), 'one does')
  const naming = addresses.find(isHeld)
  bench.claim('address', naming === undefined, `one does: ${naming && new URL(naming).pathname}`)
  await skipIfNotTestable(bench, ['pages'], () => proveOthers(administrator, isHeld))
}

const claimNone = (bench: Bench, claim: string, met: Pick<Met, 'url'> | undefined) =>
  bench.claim(claim, met === undefined, `that of ${met && new URL(met.url).pathname} does`)

/** Answers what the browser meets from the request that saves on. */
async function save(administrator: Person, method: Method): Promise<Met[]> {
  const { choose, form, fill, save } = methodAt(administrator, method)
  await openSettings(administrator)
  await administrator.perform(choose)
  await administrator.reach(form)
  await administrator.perform(fill('right'))
  await typeSecret(administrator, SECRETS[method])
  return metDuring(administrator, () => administrator.perform(save))
}

const valuesOn = ({ page }: Person): Promise<string[]> =>
  page
    .locator('input, textarea')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))

/** Such as a log of what was changed. */
async function proveOthers(administrator: Person, isHeld: (text: string) => boolean) {
  const jar = await Jar.of(administrator)
  const [, ...others] = await pagesOf(administrator)
  let tried = 0
  for (const ask of others) {
    const answer = await jar.read(ask)
    if (!isOpen(ask, answer)) continue
    tried += 1
    claimNone(administrator.bench, 'pages', isHeld(answer.body) ? ask : undefined)
  }
  if (others.length === 0) administrator.bench.skip('pages', 'The settings lead to no other page.')
  else if (tried === 0) administrator.bench.unproven('pages', 'No page opens that the settings lead to.')
  await jar.close()
}
