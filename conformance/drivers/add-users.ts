import { addUsers } from '../../machines/add-users.ts'
import { thenMail } from './as-described.ts'
import type { Driver, Observation } from './driver.ts'
import { describedActions, describedObservations } from './generic.ts'
import { activateElsewhere } from './second-session.ts'
import { seeScreen } from './see.ts'
import { behind } from './standing.ts'
import { newcomer } from './values.ts'

/** The list of users, and in it the one who was added, with that status. */
const seeNewcomer =
  (status: string): Observation =>
  async (world, screen) => {
    const seen = await seeScreen(world, screen)
    const row = world.page
      .getByRole('row')
      .filter({ hasText: newcomer(world) })
      .filter({ hasText: status })
    const listed = await row.first().isVisible()
    return listed ? seen : { ...seen, missing: [...seen.missing, `the new user as “${status}”`] }
  }

export const addUsersDriver: Driver<typeof addUsers> = {
  flow: addUsers,
  act: {
    ...describedActions(addUsers),
    'resend-invite': thenMail('invitation-mail'),
    'invited-activates': async (world) => {
      await activateElsewhere(world)
      await world.page.reload()
    },
  },
  observe: {
    ...describedObservations(addUsers),
    pending: seeNewcomer('Pending Verification'),
    verified: seeNewcomer('Verified'),
  },
  standing: behind('Configuration', 'Users'),
}
