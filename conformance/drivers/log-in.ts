import { logIn } from '../../machines/log-in.ts'
import { asDescribed, tenTimes } from './as-described.ts'
import type { Driver } from './driver.ts'
import { describedActions, describedObservations } from './generic.ts'
import { spendCodeElsewhere } from './second-session.ts'

export const logInDriver: Driver<typeof logIn> = {
  flow: logIn,
  act: {
    ...describedActions(logIn),
    'open-dashboard': async ({ page, arranged }) => {
      await page.goto(arranged.dashboard)
    },
    'password.wrong-ten-times': tenTimes,
    'code.wrong-ten-times': tenTimes,
    'code.used': async (world, situation) => {
      if (!world.app.used()) await spendCodeElsewhere(world)
      await asDescribed(world, situation)
    },
    'key.touched': async (world, situation) => {
      await world.key.plugIn(world.account.securityKey)
      await asDescribed(world, situation)
    },
    'key.cancelled': (world, situation) => world.key.whileCancelling(() => asDescribed(world, situation)),
  },
  observe: describedObservations(logIn),
}
