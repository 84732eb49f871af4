import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { startMockIdp } from '../index.ts'
import { defaultConfig } from './default.ts'
import { describeIdp, idpAsText } from './describe.ts'
import { directoriesFrom } from './directories.ts'
import { readConfig } from './read.ts'
import { configSchema } from './schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'idp-test-'))
function file(content: unknown): string {
  const path = join(folder, 'config.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const directory = { displayName: 'X', domains: ['x.example'] }

test.each([
  ['no file', '/nowhere/idp.json', /\/nowhere\/idp\.json does not exist: name the JSON file/],
  ['no JSON', () => file('{'), /config\.json: is no JSON/],
  ['no directories', () => file({ directories: [] }), /directories/],
  [
    'an unknown misbehaviour',
    () => file({ directories: [{ ...directory, misbehaviour: 'nonsense' }] }),
    /there is no misbehaviour 'nonsense'[\s\S]*directories\[0\]\.misbehaviour/,
  ],
  ['an unknown member', () => file({ directories: [{ ...directory, colour: 'red' }] }), /colour/],
])('says what is wrong with a file: %s', async (_what, path, message) => {
  await expect(readConfig(typeof path === 'string' ? path : path())).rejects.toThrow(message)
})

test('the default configuration is a valid one, and leaves nothing out', () => {
  const config = defaultConfig(['https://a.example/cb'])
  expect(configSchema.parse(config)).toEqual(config)
})

test('ids follow from names, so that addresses survive a restart', () => {
  const [first, again] = [1, 2].map((now) => directoriesFrom(defaultConfig(['https://a.example/cb']), now))
  const ids = (list: typeof first) =>
    list?.map(({ id, users, applications }) => [
      id,
      users.map((user) => user.id),
      applications.map(({ appId }) => appId),
    ])
  expect(ids(first)).toEqual(ids(again))
})

test('domains are those of the users, where a directory names none', () => {
  const users = ['a@x.example', 'b@y.example', 'c@x.example'].map((userPrincipalName) => ({
    userPrincipalName,
    password: 'secret',
  }))
  const [named, guessed, empty] = directoriesFrom(
    configSchema.parse({
      directories: [{ ...directory, users }, { displayName: 'Y', users }, { displayName: 'Z' }],
    }),
    0,
  )
  expect(named?.domains).toEqual(['x.example'])
  expect(guessed?.domains).toEqual(['x.example', 'y.example'])
  expect(empty?.domains).toHaveLength(1)
})

test('claims, misbehaviour and secrets of a file are in force', async () => {
  const config = await readConfig(
    file({
      directories: [
        {
          kind: 'oidc',
          id: 'own',
          ...directory,
          misbehaviour: 'discovery-issuer-mismatch',
          users: [{ userPrincipalName: 'a@x.example', password: 'secret', claims: { groups: ['a'] } }],
          applications: [
            {
              displayName: 'App',
              appId: 'app',
              secrets: ['app-secret'],
              redirectUris: ['https://a.example/cb'],
            },
          ],
        },
      ],
    }),
  )
  const idp = await startMockIdp({ directories: directoriesFrom(config, Date.now()) })
  const description = await describeIdp(idp, 'token')
  const [own] = description.directories
  expect(own).toMatchObject({ id: 'own', clients: [{ clientId: 'app', clientSecret: 'app-secret' }] })
  expect(idpAsText(description)).toContain('a@x.example  password secret')
  const metadata = await (await fetch(`${own?.issuer}/.well-known/openid-configuration`)).json()
  expect(metadata.issuer).toBe(`${own?.issuer}-another`)
  await idp.close()
})

test.each(['entra', 'oidc'])(
  'the ready client of %s signs out to its front page, whatever its port',
  async (kind) => {
    const config = defaultConfig(['http://localhost/callback'])
    const directories = directoriesFrom(config, Date.now()).filter((each) => each.kind === kind)
    const idp = await startMockIdp({ directories })
    const [{ issuer = '', clients } = {}] = (await describeIdp(idp, 'token')).directories
    const metadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
    for (const page of ['http://localhost:3000/', 'http://localhost:8080/callback']) {
      const params = { client_id: clients?.[0]?.clientId ?? '', post_logout_redirect_uri: page }
      const back = await browser().open(
        `${metadata.end_session_endpoint}?${new URLSearchParams(params)}`,
        page,
      )
      expect(back.url).toBe(page)
    }
    await idp.close()
  },
)
