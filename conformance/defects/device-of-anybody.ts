import type { Defect } from './defect.ts'

export const deviceOfAnybody: Defect = {
  id: 'device-of-anybody',
  title: 'On a device that one person has had remembered, nobody is asked for a second factor',
  rules: () => ({ isDeviceRemembered: () => true }),
  flows: [],
  checks: ['OTP12'],
  fails: ['OTP12.other'],
}
