import { describe, expect, test } from 'vitest'
import { EnvironmentError, isPublic, readEnvironment } from './environment.ts'

describe('the environment', () => {
  test('without anything, the documented ports', () => {
    expect(readEnvironment({})).toEqual({
      sitePort: 4321,
      tenantPort: 4322,
      idpPort: 4323,
      idpTlsPort: 4324,
      smtpPort: 4325,
      dataFolder: 'data',
      host: 'localhost',
      smtpHost: '127.0.0.1',
      maxSandboxes: 500,
      trustProxy: 0,
      hsts: false,
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

  test.each(['eighty', '70000', '-1', '3.5', '', ' ', '1e3', '0x10'])(
    'PORT=%s is refused by name',
    (PORT) => {
      expect(() => readEnvironment({ PORT })).toThrow(EnvironmentError)
      expect(() => readEnvironment({ PORT })).toThrow(
        `PORT=${PORT} can’t be used: set PORT to a number from 0 to 65535`,
      )
    },
  )

  test.each([
    [{ PORT: '4321', IDP_PORT: '4321' }, 'PORT and IDP_PORT are both 4321'],
    [{ SMTP_PORT: '4322' }, 'TENANT_PORT and SMTP_PORT are both 4322'],
    [{ PORT: '65533' }, 'PORT=65533 leaves no port for IDP_TLS_PORT, which would be 65536'],
    [{ TENANT_PORT: '' }, 'TENANT_PORT= can’t be used: set TENANT_PORT to a number'],
    [{ DATA_DIR: '' }, 'DATA_DIR= can’t be used: set DATA_DIR to the path of a folder'],
    [{ HOST: 'http://x' }, 'HOST=http://x can’t be used: set HOST to a host name'],
    [{ SITE_URL: 'doorstep.example' }, 'set SITE_URL to a whole address'],
    [{ TENANT_URL: 'https://x.example/path' }, 'set TENANT_URL to a whole address without a path'],
    [{ IDP_URL: 'javascript:alert(1)' }, 'set IDP_URL to a whole address'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY=true can’t be used: set TRUST_PROXY to the number of proxies'],
    [{ TRUST_PROXY: '' }, 'TRUST_PROXY= can’t be used'],
    [
      { DATABASE_URL: '' },
      'DATABASE_URL=… can’t be used: set DATABASE_URL to the address of a PostgreSQL database',
    ],
    [
      { DATABASE_URL: 'mysql://localhost/doorstep' },
      'such as postgres://user:password@localhost:5432/doorstep',
    ],
    [{ DATABASE_URL: 'postgres://localhost' }, 'DATABASE_URL=… can’t be used'],
    [{ DATABASE_URL: 'postgres:///doorstep' }, 'DATABASE_URL=… can’t be used'],
    [
      { DATABASE_URL: 'postgres://localhost/doorstep', DATA_DIR: ':memory:' },
      'set DATA_DIR to the path of a folder',
    ],
    [{ MAX_SANDBOXES: '0' }, 'set MAX_SANDBOXES to a number from 1'],
    [
      { HOST: '0.0.0.0' },
      'HOST=0.0.0.0 opens Doorstep to the network, and SITE_URL, TENANT_URL, IDP_URL are not set',
    ],
    [
      { HOST: '::', SITE_URL: 'https://a.example', TENANT_URL: 'https://b.example' },
      'and IDP_URL is not set: set each to the address that people open, such as IDP_URL=https://doorstep.example',
    ],
  ])('%o is refused by name, with what to do', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(message)
  })

  test('a trainer key that is too short is refused, and not repeated', () => {
    expect(() => readEnvironment({ TRAINER_KEY: 'short' })).toThrow(
      'TRAINER_KEY=… can’t be used: set TRAINER_KEY to 12 to 200 characters.',
    )
  })

  test('a database that can’t be one is refused, and its password is not repeated', () => {
    const DATABASE_URL = 'postgres://me:hush-hush@local host/doorstep'
    expect(() => readEnvironment({ DATABASE_URL })).toThrow('DATABASE_URL=… can’t be used')
    expect(() => readEnvironment({ DATABASE_URL })).not.toThrow('hush')
  })

  test.each(['postgres://localhost/doorstep', 'postgresql://me:secret@db.example:6543/x?sslmode=require'])(
    'DATABASE_URL=%s is taken as it is',
    (DATABASE_URL) => {
      expect(readEnvironment({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL)
    },
  )

  test('with public addresses it may be opened to the network', () => {
    const env = {
      HOST: '0.0.0.0',
      SITE_URL: 'https://a.example/',
      TENANT_URL: 'https://b.example',
      IDP_URL: 'https://a.example:8443',
    }
    expect(readEnvironment(env)).toMatchObject({
      host: '0.0.0.0',
      siteUrl: 'https://a.example',
      tenantUrl: 'https://b.example',
      idpUrl: 'https://a.example:8443',
    })
  })

  test.each(['localhost', '127.0.0.1', '127.0.0.53', '::1'])('%s needs no public addresses', (HOST) => {
    expect(readEnvironment({ HOST }).host).toBe(HOST)
  })
})

test.each([
  [{}, false],
  [{ HOST: '127.0.0.1', SITE_URL: 'http://localhost:8080', TENANT_URL: 'http://[::1]:1' }, false],
  [{ IDP_URL: 'https://idp.doorstep.example' }, true],
  [
    {
      HOST: '0.0.0.0',
      SITE_URL: 'http://localhost',
      TENANT_URL: 'http://localhost:1',
      IDP_URL: 'http://localhost:2',
    },
    true,
  ],
])('%o is reached by others: %s', (env, expected) => {
  expect(isPublic(readEnvironment(env))).toBe(expected)
})
