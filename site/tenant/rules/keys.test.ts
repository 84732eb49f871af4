import { describe, expect, it } from 'vitest'
import { isChallengeExpired, keyAlgorithms, verifyKeyAssertion, verifyKeyRegistration } from './keys.ts'

const FIVE_MINUTES = 5 * 60 * 1000

const origin = 'https://1secure.example'
const rpId = '1secure.example'
const handle = 'aGFuZGxl'
const id = 'r3TXJanzVVtL_wMkU_qFMBv8TGGODauQhGYwn2xXdTQ'

/** What one key answered at its registration, and then at a login, for the origin above. */
const key = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const
const registered = {
  ...key,
  response: {
    clientDataJSON:
      'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWTJoaGJHeGxibWRsSUc5bUlIUm9aU0J5WldkcGMzUnlZWFJwYjI0Iiwib3JpZ2luIjoiaHR0cHM6Ly8xc2VjdXJlLmV4YW1wbGUiLCJjcm9zc09yaWdpbiI6ZmFsc2V9',
    attestationObject:
      'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVik7E7v7J8USfCFwcbdVZVJnV1CQMBDNcMSYyF7kOCY0phBAAAAAQAAAAAAAAAAAAAAAAAAAAAAIK901yWp81VbS_8DJFP6hTAb_Exhjg2rkIRmMJ9sV3U0pQECAyYgASFYID-6PMu9akvjrbiUPwFRmAKAQVrB6HHtun9MGvL63jc9IlggnG2lPWvCIBA3pT-7DvfAVVCajGz_C-f-ueovNrlMUdU',
  },
}
const answered = {
  ...key,
  response: {
    clientDataJSON:
      'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiWTJoaGJHeGxibWRsSUc5bUlIUm9aU0JzYjJkcGJnIiwib3JpZ2luIjoiaHR0cHM6Ly8xc2VjdXJlLmV4YW1wbGUiLCJjcm9zc09yaWdpbiI6ZmFsc2V9',
    authenticatorData: '7E7v7J8USfCFwcbdVZVJnV1CQMBDNcMSYyF7kOCY0pgBAAAAAg',
    signature:
      'MEUCIQCpgM8wC00DD39VJe3Y7rBfILGY6kYfTac2FUnyvY274AIgLI9Spw5ClJPb8VcI980-pkH3sVCdnZZPYScvx3e4GOY',
  },
}

const issued = (text: string) => async (challenge: string) =>
  challenge === Buffer.from(text).toString('base64url')

const registration = {
  response: registered,
  isChallenge: issued('challenge of the registration'),
  origin,
  rpId,
}

describe('a new security key', () => {
  it('is registered with its public key and counter', async () => {
    expect(await verifyKeyRegistration(registration)).toMatchObject({ id, counter: 1 })
  })

  it.each([
    ['another challenge', { isChallenge: async () => false }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another RP ID', { rpId: 'evil.example' }],
    [
      'an answer to a login',
      { response: { ...registered, response: { ...registered.response, ...answered.response } } },
    ],
    ['a damaged answer', { response: { ...registered, rawId: 'AAAA' } }],
  ])('is refused with %s', async (_, change) => {
    expect(await verifyKeyRegistration({ ...registration, ...change })).toBeUndefined()
  })
})

describe('the answer of a security key', async () => {
  const credential = await verifyKeyRegistration(registration)
  if (!credential) throw new Error('The key cannot be registered.')
  const assertion = {
    response: answered,
    isChallenge: issued('challenge of the login'),
    origin,
    rpId,
    credential,
    handle,
  }
  const withHandle = (userHandle: string) => ({
    response: { ...answered, response: { ...answered.response, userHandle } },
  })

  it('is taken, with the new counter', async () => {
    expect(await verifyKeyAssertion(assertion)).toEqual({ counter: 2 })
    expect(await verifyKeyAssertion({ ...assertion, ...withHandle(handle) })).toEqual({ counter: 2 })
  })

  it.each([
    ['another challenge', { isChallenge: async () => false }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another RP ID', { rpId: 'evil.example' }],
    ['another user', withHandle('c29tZW9uZQ')],
    ['a counter that does not rise', { credential: { ...credential, counter: 2 } }],
    [
      'another signature',
      { response: { ...answered, response: { ...answered.response, signature: 'MAYCAQECAQE' } } },
    ],
  ])('is refused with %s', async (_, change) => {
    expect(await verifyKeyAssertion({ ...assertion, ...change })).toBeUndefined()
  })
})

it('a challenge works for five minutes', () => {
  expect(isChallengeExpired({ issuedAt: 0, now: FIVE_MINUTES - 1 })).toBe(false)
  expect(isChallengeExpired({ issuedAt: 0, now: FIVE_MINUTES })).toBe(true)
})

it('keys sign with EdDSA, ES256 or RS256', () => {
  expect(keyAlgorithms()).toEqual([-8, -7, -257])
})
