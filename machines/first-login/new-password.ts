import type { EventSpec } from '../model/event.ts'
import { type Origin, refused, refuses, type StepId, to } from '../model/origin.ts'
import type { ScreenId } from './screens.ts'

/** Choosing a password on Change Your Password: the same form in every flow that leads there. */
export const newPasswordEvents = {
  'new-password.strong': {
    label: 'Choose a good password',
    at: 'screen',
    fill: { 'New password': 'strong' },
  },
  'new-password.weak': {
    label: 'Choose a password that is too short',
    at: 'screen',
    fill: { 'New password': 'weak' },
  },
  're-enter.same': {
    label: 'Enter the same password again',
    at: 'screen',
    fill: { 'Re-enter new password': 'same' },
  },
  're-enter.different': {
    label: 'Enter a different password',
    at: 'screen',
    fill: { 'Re-enter new password': 'different' },
  },
  'new-password.none': {
    label: 'Leave both fields empty and click Reset Password',
    at: 'screen',
    fill: { 'New password': 'empty', 'Re-enter new password': 'empty' },
    press: 'Reset Password',
  },
  'reset-password': { label: 'Click Reset Password', at: 'screen', press: 'Reset Password' },
} satisfies Record<string, EventSpec<ScreenId>>

const rule = 'NIST SP 800-63B-4 section 3.1.1.2; ASVS 5.0 6.2.1: a short password is soon guessed'

const slip: Origin = { inferred: 'the second field is there to catch a slip of the finger' }

/**
 * The states of the form, from `blank` to `ready`. `steps` are the documented steps of the first entry, the second entry and
 * the button; `done` is the target once the password is set.
 */
export function newPasswordStates<const S extends readonly [StepId, StepId, StepId]>(steps: S, done: string) {
  const [first, second, button] = steps
  return {
    blank: {
      on: {
        'new-password.strong': to('chosen', { step: first }),
        'new-password.weak': to('weak', { standard: rule }),
        'new-password.none': refuses({ inferred: 'an empty form must set nothing' }, 'Enter a new password'),
      },
    },
    chosen: {
      on: {
        're-enter.same': to('ready', { step: second }),
        're-enter.different': to('mismatch', slip),
      },
    },
    weak: {
      on: {
        // With two mistakes at once, a product may name either.
        're-enter.same': to('readyButWeak', { standard: rule }),
      },
    },
    mismatch: {
      on: {
        'reset-password': to(
          'blank',
          refused(
            { inferred: 'two different entries leave it open which is meant' },
            "Passwords don't match",
          ),
        ),
      },
    },
    readyButWeak: {
      on: {
        'reset-password': to('blank', refused({ standard: rule }, 'at least 12 characters')),
      },
    },
    ready: { on: { 'reset-password': to(done, { step: button }) } },
  }
}
