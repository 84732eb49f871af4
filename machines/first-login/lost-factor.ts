import type { Gap } from '../model/flow.ts'
import type { ScreenId } from './screens.ts'

const screens: readonly ScreenId[] = ['verify-your-identity', 'verify-with-security-key']

/** A gap of every procedure that asks for the enrolled factor. */
export const lostFactor: Omit<Gap, 'id'> = {
  screens,
  title: 'The phone or the security key is lost',
  text: 'The documentation does not cover this. A later login asks for the method that you set up, and a new password does not replace it, so the model ends here. Ask your administrator.',
}
