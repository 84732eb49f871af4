import type { Bench } from '../bench/bench.ts'
import { fillWith } from '../bench/fill-with.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { leave } from '../bench/log-in-again.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { passProvider } from '../relying-party/trust.ts'
import { proveRefused } from './refused-settings.ts'
import {
  fillSettings,
  methodAt,
  openForm,
  openSettings,
  saveSettings,
  settingsOf,
  textsInFields,
  typeSecretHere,
} from './settings.ts'

export const cfg5 = defineCheck({
  id: 'CFG5',
  title: 'The settings of SSO are what was saved',
  source: 'the documentation: the method and its values are saved',
  level: 'MUST',
  roles: ['ssoSettings', 'session', 'login'],
  uses: ['sso'],
  needs: ['identity-provider'],
  seconds: 180,
  claims: {
    method: 'the saved method is the one in force when the settings are opened again',
    values: 'the saved values are shown when the form is opened again',
    changed: 'another value that is saved in place of the first one is shown when the form is opened again',
    untouched: 'saving once more, without typing anything, keeps the saved values',
    again: 'method and values are the saved ones after the Administrator has logged out and in again',
    entra: 'the method Entra ID and its values are kept when they are saved in place of the first ones',
    refused: 'what is refused is not saved, in no part: method and values are those from before',
    cancelled: 'what is typed and then cancelled is not saved',
    others: 'what is saved for one organization changes nothing for another one',
  },
  async prove(bench) {
    await skipIfNotTestable(bench, ['entra'], () => proveEntra(bench)).catch((error: unknown) => {
      if (!(error instanceof Unproven)) throw error
      bench.unproven('entra', error.message)
    })
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    const before = await proveCancelled(bench, administrator)
    const isRefused = await proveRefused(bench, administrator)
    const judgeOthers = await watchOthers(bench, administrator)
    await openForm(administrator)
    await fillSettings(administrator, 'right')
    const typed = await textsInFields(administrator)
    await typeSecretHere(administrator)
    await save(administrator)
    await judgeOthers()
    if (before !== undefined && (await settingsOf(administrator)) === before)
      bench.unproven('cancelled', 'The control fails: what is saved is not seen either.')
    await judge(bench, administrator, typed, ['method', 'values'])
    if (isRefused) await proveRefused(bench, administrator)
    await save(administrator)
    await judge(bench, administrator, typed, ['untouched', 'untouched'])
    await proveChanged(bench, administrator)
    if (!bench.optionalRole('sso')) bench.skip('again', 'No one logs in at a provider here.')
    else if (await logInAtProvider(administrator))
      await judge(bench, administrator, typed, ['again', 'again'])
    else bench.unproven('again', 'The Administrator does not get in again at the provider.')
  },
})

/** Answers what the settings said before, where something leaves the form without saving. */
async function proveCancelled(bench: Bench, administrator: Person): Promise<string | undefined> {
  const { openIdConnect, saved } = bench.role('ssoSettings')
  if (!openIdConnect.cancel) {
    bench.skip('cancelled', 'Nothing leaves the form without saving.')
    return undefined
  }
  await openSettings(administrator)
  const before = await settingsOf(administrator)
  const shown = await textsInFields(administrator)
  await administrator.perform(openIdConnect.choose)
  await administrator.reach(openIdConnect.form)
  await fillSettings(administrator, 'right')
  await administrator.perform(openIdConnect.cancel)
  await administrator.isAt(saved)
  await openSettings(administrator)
  const isKept =
    (await settingsOf(administrator)) === before && `${await textsInFields(administrator)}` === `${shown}`
  bench.claim('cancelled', isKept, 'the settings are others than before')
  return before
}

/** Saves another client ID, which any text may be, and then the first one again. */
async function proveChanged(bench: Bench, administrator: Person) {
  const { fill } = bench.role('ssoSettings').openIdConnect
  const act = fill('right')
  // What does not depend on the address is the client ID.
  const { fill: elsewhere = {} } = fill('dead')
  const labels = Object.entries(act.fill ?? {}).flatMap(([label, symbol]) =>
    elsewhere[label] === symbol ? [label] : [],
  )
  let other = ''
  await openForm(administrator)
  await fillWith(administrator, act, labels, (value) => {
    other = `${value}2`
    return other
  })
  if (other === '' || !(await textsInFields(administrator)).includes(other))
    return bench.skip('changed', 'The form has no field for a client ID that can be read.')
  await saveSettings(administrator)
  if (!(await administrator.isAt(bench.role('ssoSettings').saved)))
    bench.skip('changed', 'Another client ID is refused.')
  else {
    await openSettings(administrator)
    bench.claim('changed', (await textsInFields(administrator)).includes(other), 'it is not there')
  }
  await openForm(administrator)
  await fillSettings(administrator, 'right')
  // A secret belongs to its client.
  await typeSecretHere(administrator)
  await save(administrator)
}

/** Looks at the settings of another organization. Answers what looks at them again, and judges `others`. */
async function watchOthers(bench: Bench, administrator: Person): Promise<() => Promise<void>> {
  const skip = (why: string) => async () => bench.skip('others', why)
  if (bench.target.documented?.organizations === undefined)
    return skip(
      'The profile does not say that each Administrator has an organization (documented.organizations).',
    )
  const other = await bench.person(bench.role('ssoSettings').administrator)
  if (whoIs(other) === whoIs(administrator)) return skip('The profile arranges the same Administrator twice.')
  const look = async () => {
    await openSettings(other)
    return `${await settingsOf(other)} ${await textsInFields(other)}`
  }
  const before = await look()
  return async () => {
    bench.claim('others', (await look()) === before, 'its settings are others than before')
  }
}

const whoIs = ({ account, session }: Person) => `${account.email} at ${session.arranged.url}`

async function proveEntra(bench: Bench) {
  const { administrator: situation, saved } = bench.role('ssoSettings')
  const administrator = await bench.person(situation)
  const entra = methodAt(administrator, 'entra')
  await openSettings(administrator)
  await administrator.perform(entra.choose)
  await administrator.reach(entra.form)
  await administrator.perform(entra.fill('right'))
  const typed = await textsInFields(administrator)
  await typeSecretHere(administrator)
  await administrator.perform(entra.save)
  await administrator.reach(saved)
  await openSettings(administrator)
  const isInForce = await administrator.isAt(entra.form)
  const shown = await textsInFields(administrator)
  const lost = typed.filter((value) => !shown.includes(value))
  const isKept = isInForce && typed.length > 0 && lost.length === 0
  bench.claim(
    'entra',
    isKept,
    isInForce ? `${lost.length} of ${typed.length} are not` : 'another method is shown',
  )
}

/** Logs out, and in again as SSO has it now. */
async function logInAtProvider(administrator: Person): Promise<boolean> {
  await leave(administrator)
  await toEmail(administrator)
  await passProvider(administrator)
  return isAtProtectedPage(administrator)
}

async function save(administrator: Person) {
  await saveSettings(administrator)
  if (!(await administrator.isAt(administrator.role('ssoSettings').saved)))
    throw new Unproven('The settings were not saved.')
}

/** Opens the settings, and judges method and values by these claims. Ends on the form. */
async function judge(
  bench: Bench,
  administrator: Person,
  typed: string[],
  [method, values]: [string, string],
) {
  await openSettings(administrator)
  const isInForce = await administrator.isAt(bench.role('ssoSettings').openIdConnect.form)
  bench.claim(method, isInForce, 'another method is shown')
  if (!isInForce) await openForm(administrator)
  const shown = await textsInFields(administrator)
  const lost = typed.filter((value) => !shown.includes(value))
  bench.claim(values, typed.length > 0 && lost.length === 0, `${lost.length} of ${typed.length} are not`)
}
