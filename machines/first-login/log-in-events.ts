import type { EventSpec } from '../model/event.ts'
import { spendCode } from './elsewhere.ts'
import type { ScreenId } from './screens.ts'

const passwordForm = (password: string): Pick<EventSpec, 'at' | 'fill' | 'press'> => ({
  at: 'screen',
  fill: { Password: password },
  press: 'Continue',
})

const emailForm = (email: string): Pick<EventSpec, 'at' | 'fill' | 'press'> => ({
  at: 'screen',
  fill: { 'Email address': email },
  press: 'Continue',
})

const codeForm = (code: string): Pick<EventSpec, 'at' | 'fill' | 'press' | 'needs'> => ({
  at: 'screen',
  fill: { 'Enter one time code': code },
  press: 'Continue',
  needs: ['authenticator-app'],
})

/** What a person can do between the invitation mail and the dashboard. */
export const logInEvents = {
  'open-tenant-link': {
    label: 'Click the tenant link in the mail',
    at: 'mail',
    press: 'Netwrix 1Secure tenant link',
    needs: ['mailbox'],
  },
  'log-in': { label: 'Click Log In', at: 'screen', press: 'Log In' },
  'open-dashboard': { label: 'Open the dashboard by its address', at: 'screen', goTo: 'dashboard' },
  'email.registered': { label: 'Enter the registered address', ...emailForm('registered') },
  'email.unknown': { label: 'Enter an unregistered address', ...emailForm('unknown') },
  'email.empty': { label: 'Leave the address empty', ...emailForm('empty') },
  'edit-email': { label: 'Go back to the address', at: 'screen', press: 'Edit' },
  'password.right': { label: 'Enter the right password', ...passwordForm('right') },
  'password.wrong': { label: 'Enter a wrong password', ...passwordForm('wrong') },
  'password.empty': { label: 'Leave the password empty', ...passwordForm('empty') },
  'password.wrong-ten-times': {
    label: 'Enter a wrong password ten times',
    ...passwordForm('wrong'),
    times: 10,
  },
  'choose.authenticator-app': {
    label: 'Choose an authenticator app',
    at: 'screen',
    press: 'Google Authenticator or Similar',
    needs: ['authenticator-app'],
  },
  'choose.security-key': {
    label: 'Choose a security key',
    at: 'screen',
    press: 'Security Key',
    needs: ['security-key'],
  },
  'go-back': { label: 'Go back', at: 'screen', press: 'Go back' },
  'try-another-method': { label: 'Try another method', at: 'screen', press: 'Try another method' },
  'trouble-scanning': { label: 'Ask for the key as text', at: 'screen', press: 'Trouble Scanning?' },
  'code.right': { label: 'Enter the code that the app shows', ...codeForm('right') },
  'code.wrong': { label: 'Enter a wrong code', ...codeForm('wrong') },
  'code.empty': { label: 'Leave the code empty', ...codeForm('empty') },
  'code.used': {
    label: 'Enter the code that was used before',
    ...codeForm('used'),
    does: async (controls, described) => {
      await spendCode(controls)
      await described()
    },
  },
  'code.wrong-ten-times': { label: 'Enter a wrong code ten times', ...codeForm('wrong'), times: 10 },
  'key.touched': {
    key: 'touch',
    label: 'Use the security key and touch it',
    at: 'key',
    press: 'Use security key',
    needs: ['security-key'],
  },
  'key.cancelled': {
    key: 'cancel',
    label: 'Cancel the browser’s prompt for the key',
    at: 'key',
    press: 'Use security key',
    needs: ['security-key'],
  },
  'name-key': {
    label: 'Give the key a name',
    at: 'screen',
    fill: { 'Security key name': 'any' },
    press: 'Continue',
    needs: ['security-key'],
  },
  'log-out': { label: 'Log out', at: 'screen', press: 'Log out' },
} satisfies Record<string, EventSpec<ScreenId>>
