import { packs } from '@doorstep/machines'
import { describe, expect, test } from 'vitest'
import { library } from '../../machines/model/testing/small-pack.ts'
import { walk } from '../../machines/model/walk.ts'
import { readAddress } from '../simulator/walk/address.ts'
import { entriesOf, glossaryEntries } from './entries-of.ts'
import { find } from './find.ts'

const flows = packs.flatMap((pack) => pack.flows.map((flow) => ({ pack, flow })))
const all = flows.flatMap(({ pack, flow }) => entriesOf(pack, flow, `/flows/${flow.id}/`))

describe.each(flows)('what can be found in $flow.id', ({ pack, flow }) => {
  const entries = entriesOf(pack, flow, '/page/')

  test('every step, message and clause, each at a moment that exists', () => {
    expect(entries.filter(({ kind }) => kind === 'step')).toHaveLength(Object.keys(flow.steps).length)
    for (const { kind, href } of entries) {
      if (kind === 'gap') continue
      const place = readAddress(flow, new URL(href, 'http://site.example').hash)
      expect(walk(flow, place.given, place.walk)).toHaveLength(place.walk.length + 1)
    }
  })
})

describe('find', () => {
  const entries = [...all, ...glossaryEntries()]
  const found = (asked: string) => find(entries, asked).entries

  test('every word must be there, in any order; a beginning is enough', () => {
    expect(found('password wrong')[0]).toMatchObject({ kind: 'message' })
    expect(found('wrong passw').length).toBeGreaterThan(0)
    expect(found('zebra')).toEqual([])
    expect(found('   ')).toEqual([])
  })

  test('what says it comes before what is only near it', () => {
    expect(found('PKCE')[0]).toMatchObject({ kind: 'term', href: '/glossary/#pkce' })
    const { entries } = find(entriesOf(library, library.flows[0] as never, '/'), 'library')
    expect(entries[0]?.text).toBe('Library')
  })

  test('where nothing has every word, what has the rarest comes first', () => {
    const { entries: some, have } = find(
      entries,
      'AADSTS50011: the redirect URI does not match what is configured',
    )
    expect(have).toBe('some')
    expect(some[0]?.text).toMatch(/^AADSTS50011/)
  })

  test.each([
    ['2fa', 'second factor'],
    ['two-factor', 'second factor'],
    ['yubikey', 'security key'],
    ['totp', 'one time code'],
    ['authentcator', 'authenticator app'],
    ['azure ad', 'Microsoft Entra ID'],
    ['oidc', 'OpenID Connect'],
    ['redirect url', 'redirect address'],
    ['callback url', 'redirect address'],
    ['login', 'Log in'],
    ['can’t sign in', 'Log in'],
    ['I forgot my password', 'Click Forgot password'],
    ['change pasword', 'Reset a password'],
    ['reste a password', 'Reset a password'],
    ['passwords do not match', "Passwords don't match"],
    ['password requirements', 'The page does not state the password rules'],
    ['code not working', 'That code isn’t right. Enter the six digits that your app shows now.'],
    ['my link does not work', 'Link Expired'],
    ['security key doesn’t work', 'security key'],
    ['invalid code', 'That code isn’t right. Enter the six digits that your app shows now.'],
    ['locked out', 'This account is blocked after too many wrong passwords. Try again in 30 minutes.'],
    ['why is my link dead', 'Link Expired'],
    ['resend email', 'Check Your Email'],
    ['trouble scanning', 'Secure Your Account'],
    ['invite a colleague', 'Add Users'],
    ['logout', 'Logging out is not documented'],
    ['no mail came', 'Check Your Email'],
    ['email not received', 'Check Your Email'],
    ['I didn’t get the email', 'Check Your Email'],
    ['mail still hasn’t arrived', 'Check Your Email'],
    ['spam', 'Check Your Email'],
    ['invitation never came', 'The invitation was sent again.'],
    ['I have not received a code', 'one time code'],
    ['can’t find the client id', 'client ID'],
    ['wrong code', 'That code isn’t right. Enter the six digits that your app shows now.'],
    ['code expired', 'That code isn’t right. Enter the six digits that your app shows now.'],
    ['I need a new link', 'Link Expired'],
    ['access denied', 'Only an Administrator may do this.'],
    ['not allowed', 'Only an Administrator may do this.'],
    ['user not found', 'AADSTS50034: this account does not exist in the directory.'],
    ['user already exists', 'This person has been added already.'],
    ['set up entra', 'Configure SSO with Microsoft Entra ID'],
    ['change role', 'Add users and assign roles'],
    ['remove a user', 'Add Users'],
    ['account disabled', 'This account is blocked after too many wrong passwords. Try again in 30 minutes.'],
    ['I lost my phone', 'The phone or the security key is lost'],
    ['security key lost', 'The phone or the security key is lost'],
    ['new phone', 'The phone or the security key is lost'],
    ['what is nonce', 'nonce'],
    ['AADSTS50011', 'AADSTS50011: the redirect address of the request is not registered for the app.'],
  ])('who types “%s” finds “%s” first', (asked, first) => {
    expect(found(asked)[0]?.text).toBe(first)
  })

  test('of what says the same, the moment that was asked about comes first', () => {
    expect(found('wrong code')[0]?.where).toBe('Log in · Enter a wrong code')
    expect(found('empty code')[0]?.where).toBe('Log in · Leave the code empty')
  })
})
