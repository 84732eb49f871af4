import { definePack } from 'doorstep'
import { screens } from './screens.ts'
import { turnOnTwoStepSignIn } from './turn-on-two-step-sign-in.ts'

/** “Two-step sign-in”: drafted from ../docs with `doorstep draft`, then corrected. */
export const kestrel = definePack({
  id: 'kestrel',
  title: 'Two-step sign-in',
  product: 'Kestrel',
  screens,
  flows: [turnOnTwoStepSignIn],
  addresses: { start: 'sign-in-to-kestrel', notes: 'your-notes' },
  entrance: 'start',
  protectedPage: 'notes',
  hosts: { product: 'kestrel.example' },
  sample: {
    email: 'wren',
    password: 'a nest of warm words',
    strong: 'another nest of warm words',
    weak: 'nest',
  },
  messages: { '*': { 'right now': 'These digits are not the ones that your app shows right now.' } },
})
