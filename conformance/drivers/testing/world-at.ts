import type { Page } from '@playwright/test'
import type { Arrangement, Target } from '../../targets/target.ts'
import { World } from '../world.ts'

const PATIENCE = 2_000

/** A person in front of this page, at a target that differs so. */
export async function worldAt(page: Page, html: string, target: Partial<Target> = {}): Promise<World> {
  const arranged: Arrangement = {
    account: { email: 'ada@example.com', password: 'secret' },
    clock: { now: async () => 0 },
    url: 'http://tenant.example',
    dashboard: 'http://tenant.example/home',
    leave: async () => {},
  }
  const whole = { name: '', url: '', capabilities: [], patience: PATIENCE, ...target } as unknown as Target
  const world = await World.open(page.context(), whole, arranged)
  await world.page.setContent(html)
  return world
}
