import { activateAccount } from '../../machines/activate-account.ts'
import { thenMail } from './as-described.ts'
import { twoDaysPass } from './clock.ts'
import type { Driver } from './driver.ts'
import { describedActions, describedObservations } from './generic.ts'
import { sendNewPassword } from './new-password.ts'

export const activateAccountDriver: Driver<typeof activateAccount> = {
  flow: activateAccount,
  act: {
    ...describedActions(activateAccount),
    'two-days-pass': twoDaysPass,
    'reset-password': sendNewPassword,
    'request-new-link': thenMail('invitation-mail'),
  },
  observe: describedObservations(activateAccount),
}
