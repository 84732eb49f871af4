import type { Misbehaviour } from './types.ts'

export const formPostError: Misbehaviour = {
  id: 'form-post-error',
  group: 'code flow',
  clause: 'Form Post Response Mode 2; Core 3.1.2.6',
  breaks: 'The provider answers the authorization request with an error, which the browser posts as a form.',
  goodClient: 'Reads the posted error, checks state, and shows that the login failed.',
  expect: 'reject',
  responseMode: 'form_post',
  authorizeError: { error: 'access_denied', description: 'The login was denied.' },
}
