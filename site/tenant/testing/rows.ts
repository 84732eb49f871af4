import type { Account, Sandbox, Visit } from '../store/schema.ts'
import type { SsoLogin } from '../store/sso-schema.ts'

/** Rows as they are written when nothing about them matters. */
export const sandboxRow = (id: string): Sandbox => ({
  id,
  key_hash: '',
  tenant_name: '',
  clock_offset: 0,
  created_at: 0,
  used_at: 0,
})

export const accountRow = (sandbox_id: string, name: string): Account => ({
  id: `${sandbox_id}-${name}`,
  sandbox_id,
  email: `${name}@${sandbox_id}.example`,
  handle: name,
  password_hash: null,
  former_hash: null,
  role: 'Administrator',
  added_at: 0,
  verified_at: null,
  access_ends_at: null,
})

export const visitRow = (sandbox_id: string, token_hash: string): Visit => ({
  token_hash,
  sandbox_id,
  account_id: null,
  email: '',
  stage: 'password',
  purpose: 'log-in',
  reset_email: null,
  confirmed_at: null,
  pending_secret: null,
  pending_key: null,
  started_at: 0,
  seen_at: 0,
})

export const loginRow = (sandbox_id: string, state_hash: string): SsoLogin => ({
  state_hash,
  sandbox_id,
  browser_hash: 'browser',
  issuer: 'https://idp.example',
  client_id: '',
  nonce: '',
  verifier: null,
  issued_at: 0,
  used_at: null,
  refusal: null,
  purpose: 'log-in',
  confirmed_id: null,
})
