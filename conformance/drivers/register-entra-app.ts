import { registerEntraApp } from '../../machines/register-entra-app.ts'
import { asDescribed } from './as-described.ts'
import type { Driver } from './driver.ts'
import { describedActions, describedObservations } from './generic.ts'
import { signInAtProvider } from './provider.ts'
import { seeScreen } from './see.ts'
import type { World } from './world.ts'

/** The values of secrets, as they were shown once. */
const secretsShown = new WeakMap<World, string>()

/** The value of the secret that was made last. */
export const secretShownTo = (world: World): string | undefined => secretsShown.get(world)

/** The value of the secret just made, as it stands in the table under its heading. */
async function readSecret({ page, patience }: World): Promise<string> {
  const header = page.getByRole('columnheader', { name: 'Value', exact: true })
  const column = await header.evaluate((cell: HTMLTableCellElement) => cell.cellIndex, undefined, {
    timeout: patience,
  })
  return (await page.getByRole('row').nth(1).getByRole('cell').nth(column).innerText()).trim()
}

export const registerEntraAppDriver: Driver<typeof registerEntraApp> = {
  flow: registerEntraApp,
  act: {
    ...describedActions(registerEntraApp),
    'sign-in': async (world) => {
      const { url, ...administrator } = world.adminCenter()
      await world.page.goto(url)
      await signInAtProvider(world, administrator)
    },
    'add-secret': async (world, situation) => {
      await asDescribed(world, situation)
      secretsShown.set(world, await readSecret(world))
    },
  },
  observe: {
    ...describedObservations(registerEntraApp),
    secretHidden: async (world, screen) => {
      const seen = await seeScreen(world, screen)
      const stillShown = (await world.page.content()).includes(secretsShown.get(world) ?? '')
      return stillShown ? { ...seen, missing: [...seen.missing, 'a value that is no longer shown'] } : seen
    },
  },
}
