import { stripVTControlCharacters } from 'node:util'

/** Parameters of OAuth 2.0 (RFC 6749, RFC 7636) and OpenID Connect whose values are no secrets and worth reading. */
const READABLE = [
  'client_id',
  'code_challenge_method',
  'error',
  'prompt',
  'redirect_uri',
  'response_mode',
  'response_type',
  'scope',
]

/** Long and mixed, as tokens are, or a number, as codes are, or someone's address. */
const SECRETIVE = /^(?=.{16})(?=.*[\dA-Z])|^\d{4,}$|@|%40/

/**
 * An address that may be shown to anybody: what could be a token, a code or a person is written as `…`. A query keeps its names
 * and only the values that are known to be harmless, for deployments call their secrets what they like.
 */
export function maskUrl(address: string): string {
  if (address === 'about:blank') return address
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address.replace(/:.*/s, ':…')
  const { origin, pathname, searchParams, hash } = new URL(address)
  const path = pathname
    .split('/')
    .map((segment) => (SECRETIVE.test(segment) ? '…' : segment))
    .join('/')
  const query = [...searchParams].map(([name, value]) => `${name}=${maskValue(name, value)}`).join('&')
  return `${origin}${path}${query && `?${query}`}${hash && '#…'}`
}

/** A text whose addresses may be shown to anybody: messages of the browser bring along where it was going. */
export const maskText = (text: string): string => text.replace(/https?:\/\/[^\s"'“”<>)]+/g, maskUrl)

function maskValue(name: string, value: string) {
  if (!READABLE.includes(name)) return value && '…'
  return URL.canParse(value) ? maskUrl(value) : value
}

/** Playwright's messages bring a log along, coloured for a terminal, and addresses with what is secret in them. */
export function firstLine(error: unknown): string {
  const line = lineOf(error)
  const cause = error instanceof Error && error.cause instanceof Error ? lineOf(error.cause) : ''
  return maskText(line.includes(cause) ? line : `${line} (${cause})`)
}

function lineOf(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n')
  return stripVTControlCharacters(line)
}
