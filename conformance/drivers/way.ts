import type { Way } from '../targets/looks.ts'
import type { World } from './world.ts'

/** What a person knows who has to find another way. */
export function wayOf({ arranged, account, chosenPassword }: World): Way {
  const { url, dashboard, flow = '' } = arranged
  return { url, dashboard, flow, email: account.email, password: chosenPassword || account.password }
}
