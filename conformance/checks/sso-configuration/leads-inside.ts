import type { Person } from '../bench/person.ts'
import { misbehave } from '../relying-party/sso.ts'
import { logInFails } from './log-in-fails.ts'
import { fillSettings, openForm, saveSettings } from './settings.ts'

/** Ways in which a provider whose own address may be asked leads into the network of the deployment. */
const ways = [
  { claim: 'redirected', seen: 'a redirect there is followed', name: 'discovery-redirects-inside' },
  { claim: 'metadata', seen: 'an endpoint there is asked', name: 'discovery-endpoints-inside' },
]

/**
 * Judges where the provider's answers lead the deployment. The settings are saved once more, and someone logs in: a deployment may
 * ask at either moment.
 * @param excuse why a sound deployment may ask there
 */
export async function proveNotLedInside(administrator: Person, excuse?: string): Promise<void> {
  const { bench, session } = administrator
  const { misbehave: canMisbehave, wasAsked } = session.provider()
  for (const { claim, seen, name } of ways) {
    if (!canMisbehave || !wasAsked) {
      bench.skip(claim, `${bench.target.name} has no provider that can lead elsewhere and say who asked.`)
      continue
    }
    await misbehave(administrator, name)
    await openForm(administrator)
    await fillSettings(administrator, 'right')
    await saveSettings(administrator)
    await logInFails(administrator)
    const isAsked = await wasAsked(name)
    if (isAsked && excuse !== undefined) bench.unproven(claim, excuse)
    else bench.claim(claim, !isAsked, seen)
    await misbehave(administrator, undefined)
  }
}
