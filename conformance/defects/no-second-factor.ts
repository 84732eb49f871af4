import type { Defect } from './defect.ts'

export const noSecondFactor: Defect = {
  id: 'no-second-factor',
  title: 'The first login asks for no second factor',
  rules: ({ requireSecondFactor }) => ({
    requireSecondFactor: (enrolled) =>
      enrolled.app || enrolled.keys > 0 ? requireSecondFactor(enrolled) : 'in',
  }),
  flows: ['log-in'],
  fails: ['log-in.4', 'log-in/password/password.right[0]'],
}
