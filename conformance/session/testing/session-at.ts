import { packs } from '@doorstep/machines'
import type { Page } from '@playwright/test'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Arrangement, Target } from '../../targets/target.ts'
import { Session } from '../session.ts'

const PATIENCE = 2_000

/** A person in front of this page, at a target that differs so. */
export async function sessionAt(
  page: Page,
  html: string,
  target: Partial<Target> = {},
  own: Partial<Arrangement> = {},
): Promise<Session> {
  const [pack] = packs as readonly [Pack]
  const arranged: Arrangement = {
    account: { email: 'ada@example.com', password: 'secret' },
    clock: { now: async () => 0 },
    url: 'http://tenant.example',
    dashboard: 'http://tenant.example/home',
    leave: async () => {},
    ...own,
  }
  const whole = {
    name: '',
    url: '',
    capabilities: [],
    packs,
    patience: PATIENCE,
    ...target,
  } as unknown as Target
  const session = await Session.open(page.context(), whole, pack, arranged)
  await session.page.setContent(html)
  return session
}
