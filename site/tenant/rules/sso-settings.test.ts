import { expect, it } from 'vitest'
import { readClientId, readDirectoryId } from './sso-settings.ts'

const guid = '3F2504E0-4F89-41D3-9A0C-0305E82C3301'

it('the client ID of an application in Entra is a GUID', () => {
  expect(readClientId(` ${guid} `, 'entra-id')).toEqual({ clientId: guid })
  expect(readClientId('an id', 'entra-id')).toMatchObject({ wrong: expect.stringContaining('GUID') })
})

it('another provider chooses the form of its client IDs', () => {
  expect(readClientId('an id', 'openid-connect')).toEqual({ clientId: 'an id' })
})

it.each(['entra-id', 'openid-connect'] as const)(
  'a client ID of %s is neither empty nor too long',
  (method) => {
    expect(readClientId(' ', method)).toEqual({ wrong: 'Enter the Client ID' })
    expect(readClientId('x'.repeat(256), method)).toMatchObject({ wrong: expect.stringContaining('255') })
  },
)

it('a directory ID is a GUID, and optional', () => {
  expect(readDirectoryId('')).toEqual({ directoryId: null })
  expect(readDirectoryId(guid)).toEqual({ directoryId: guid.toLowerCase() })
  expect(readDirectoryId('harbour')).toMatchObject({ wrong: expect.stringContaining('GUID') })
})
