import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'
import { fillSettings, openForm, openSettings, saveSettings, settingsOf, textsInFields } from './settings.ts'

/** Saves an address where nothing answers. Answers whether it is refused, and judges the claim `refused`. */
export async function proveRefused(bench: Bench, administrator: Person): Promise<boolean> {
  const look = async () => {
    await openSettings(administrator)
    return `${await settingsOf(administrator)} ${await textsInFields(administrator)}`
  }
  const before = await look()
  await openForm(administrator)
  await fillSettings(administrator, 'dead')
  await saveSettings(administrator)
  const isSaved = await administrator.isAt(bench.role('ssoSettings').saved)
  if (isSaved) bench.skip('refused', 'An address where nothing answers is saved.')
  else bench.claim('refused', (await look()) === before, 'the settings are others than before')
  return !isSaved
}
