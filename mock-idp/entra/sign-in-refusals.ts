import type { Refusal } from './refusal.ts'

/** What may go wrong while a person signs in (FACTS, Microsoft Entra): the number, and the sentence on the page. */
export const signInRefusals = {
  userUnknown: (name: string, directory: string): Refusal => ({
    code: 50034,
    error: 'invalid_grant',
    message: `There is no account '${name}' in the directory '${directory}'.`,
  }),
  userOfAnotherTenant: (name: string, directory: string): Refusal => ({
    code: 50020,
    error: 'invalid_request',
    message: `The account '${name}' belongs to another tenant than '${directory}': it has to be invited there as a guest, or sign in with an account of this tenant.`,
  }),
  passwordWrong: (): Refusal => ({
    code: 50126,
    error: 'invalid_grant',
    message: 'The user name or the password is wrong.',
  }),
  accountDisabled: (): Refusal => ({
    code: 50057,
    error: 'invalid_grant',
    message: 'This account is disabled.',
  }),
  notAssigned: (name: string, application: string): Refusal => ({
    code: 50105,
    error: 'invalid_grant',
    message: `The account '${name}' is not assigned to the application '${application}', which admits assigned users only.`,
    onPage: true,
  }),
  consentDeclined: (): Refusal => ({
    code: 65004,
    error: 'access_denied',
    message: 'The user declined to let the application know who they are.',
  }),
  noSession: (who = 'No one is signed in here'): Refusal => ({
    code: 50058,
    error: 'login_required',
    message: `${who}, and prompt=none forbids asking: send the user to the sign-in page.`,
  }),
  noConsent: (application: string): Refusal => ({
    code: 65001,
    error: 'interaction_required',
    message: `Neither the user nor an administrator has consented to the application '${application}', and prompt=none forbids asking.`,
  }),
} as const
