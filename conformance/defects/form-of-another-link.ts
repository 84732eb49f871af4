import type { Defect } from './defect.ts'

export const formOfAnotherLink: Defect = {
  id: 'form-of-another-link',
  title: 'The link that was opened last decides whose password a form sets',
  // Any token does, as long as there is one.
  rules: () => ({ isFormForged: (sent, own) => own === undefined || !sent }),
  flows: [],
  checks: ['OWN5'],
  fails: ['OWN5.other'],
}
