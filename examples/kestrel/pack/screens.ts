import { defineScreens } from 'doorstep'

/** Every screen that the documentation names, with what it says about it. */
export const screens = defineScreens({
  'nothing-open': { kind: 'nothing', heading: 'Nothing is open yet' },
  'sign-in-to-kestrel': {
    heading: 'Sign in to Kestrel',
    fields: [
      { label: 'User name', holds: 'email' },
      { label: 'Passphrase', holds: 'password' },
    ],
    buttons: ['Sign in'],
  },
  'your-notes': { heading: 'Your notes', buttons: ['Settings'] },
  settings: { heading: 'Settings', buttons: ['Turn on two-step sign-in'] },
  'scan-this-code': {
    heading: 'Scan this code',
    offers: 'authenticator-key',
    fields: [{ label: 'Six digits', holds: 'one-time-code' }],
    buttons: ['Confirm'],
  },
  'two-step-sign-in-is-on': { heading: 'Two-step sign-in is on', buttons: ['Sign out'] },
})
