import { defineScreens } from '../screen.ts'

/** The screens of the made-up library. */
export const screens = defineScreens({
  'nothing-open': { kind: 'nothing', heading: 'Nothing is open' },
  letter: { kind: 'mail', heading: 'Your card', links: ['front page'] },
  'renewal-mail': { kind: 'mail', heading: 'Renew your password', links: ['renew it'] },
  front: { heading: 'Library', buttons: ['Enter'] },
  name: { heading: 'Name', fields: [{ label: 'Name', holds: 'email' }], buttons: ['Go on'] },
  password: {
    heading: 'Password',
    fields: [{ label: 'Password', holds: 'password' }],
    buttons: ['Go on'],
    links: ['Lost it?'],
  },
  factor: { heading: 'Second factor', buttons: ['App'] },
  code: {
    heading: 'Code',
    fields: [{ label: 'Code', holds: 'one-time-code' }],
    buttons: ['Go on', 'Another way'],
  },
  'their-login': {
    party: 'provider',
    words: 'any',
    heading: 'Sign in',
    fields: [
      { label: 'Account', holds: 'provider-account' },
      { label: 'Password', holds: 'provider-password' },
    ],
    buttons: ['Sign in', 'Cancel'],
  },
  desk: { heading: 'Desk', buttons: ['Leave'] },
  lost: { heading: 'Lost', fields: [{ label: 'Name', holds: 'email' }], buttons: ['Mail me'] },
  mailed: { heading: 'Mailed', buttons: ['Mail me again'] },
  renewal: {
    heading: 'New password',
    fields: [
      { label: 'New password', holds: 'new-password' },
      { label: 'Again', holds: 'repeated-password' },
    ],
    buttons: ['Set'],
  },
  renewed: { heading: 'Renewed', links: ['Front page'] },
  late: { heading: 'Too late', buttons: ['Mail me again'] },
  dead: { heading: 'Dead link', links: ['Front page'] },
})
