import { describe, expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.ts'

describe('the environment', () => {
  test('without anything, the documented ports', () => {
    expect(readEnvironment({})).toEqual({
      sitePort: 4321,
      tenantPort: 4322,
      idpPort: 4323,
      idpTlsPort: 4324,
      smtpPort: 4325,
      dataFolder: 'data',
    })
  })

  test('PORT moves all of them; each can be set apart', () => {
    expect(readEnvironment({ PORT: '5000', SMTP_PORT: '2525' })).toMatchObject({
      sitePort: 5000,
      tenantPort: 5001,
      smtpPort: 2525,
    })
  })

  test('port 0 leaves every port to the system', () => {
    expect(readEnvironment({ PORT: '0' })).toMatchObject({ sitePort: 0, tenantPort: 0, smtpPort: 0 })
  })

  test.each(['eighty', '70000', '-1', '3.5'])('PORT=%s is refused by name', (PORT) => {
    expect(() => readEnvironment({ PORT })).toThrow(EnvironmentError)
    expect(() => readEnvironment({ PORT })).toThrow(
      `PORT=${PORT} can’t be used: set PORT to a number from 0 to 65535`,
    )
  })
})
