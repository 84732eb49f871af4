import { fill } from '../form.ts'
import { nearest } from '../label.ts'
import { look } from '../sight.ts'
import type { World } from '../world.ts'

/**
 * Types what else was kept from the registration, where the pane asks for it: the documentation calls it required, and its
 * procedure asks for the client ID alone.
 */
export async function typeSecret(world: World): Promise<void> {
  const { page, patience } = world
  const { clientSecret } = world.provider()
  const kept = { 'Client secret': clientSecret, 'Directory (tenant) ID': world.adminCenter().tenantId }
  const more = page.locator('summary', { hasText: 'secret' })
  if (await more.isVisible()) await more.click()
  const { fields } = await look(page)
  for (const [label, value] of Object.entries(kept))
    if (value && nearest(label, fields)) await fill(page, label, value, patience)
}
