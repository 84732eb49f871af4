import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockIdp, makeApplication, makeDirectory, makeGroup, makeUser, startMockIdp } from '../index.ts'
import { graphApp } from './app.ts'

const people = ['Ana Alba', 'Ben Alba', "Cleo O'Hara", 'Dora Dee', 'Anatol Ems']
const directory = makeDirectory({
  kind: 'entra',
  displayName: 'Quay',
  domains: ['quay.example'],
  users: people.map((displayName, index) =>
    makeUser({
      userPrincipalName: `${displayName.split(' ')[0]?.toLowerCase()}@quay.example`,
      displayName,
      surname: displayName.split(' ')[1],
      accountEnabled: index !== 3,
    }),
  ),
})
const [ana, ben] = directory.users
const staff = makeGroup({ displayName: 'Staff', memberIds: [ana?.id ?? ''] })
directory.groups.push(staff)
const application = makeApplication({ displayName: 'Quay' })
directory.applications.push(application)

let idp: MockIdp
beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

const root = () => `${idp.url}/${directory.id}/graph`
async function graph(
  path: string,
  {
    method = 'GET',
    body,
    headers,
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const url = path.startsWith('http') ? path : `${root()}/v1.0${path}`
  const answer = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${directory.managementToken}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const said = await answer.text()
  return { status: answer.status, body: said === '' || !said.startsWith('{') ? said : JSON.parse(said) }
}
const eventual = { headers: { consistencylevel: 'eventual' } }
const namesIn = (body: { value: { displayName: string }[] }) =>
  body.value.map(({ displayName }) => displayName.split(' ')[0])
const query = (options: Record<string, string>) => `/users?${new URLSearchParams(options)}`

describe('$filter', () => {
  test.each([
    ["userPrincipalName eq 'BEN@quay.example'", ['Ben']],
    ["startswith(displayName,'ana')", ['Ana', 'Anatol']],
    ["startswith(displayName, 'ana') and surname ne 'Alba'", ['Anatol']],
    ["surname eq 'Alba' or surname eq 'Dee'", ['Ana', 'Ben', 'Dora']],
    ["surname eq 'Alba' and (displayName eq 'x' or startsWith(displayName,'B'))", ['Ben']],
    ["surname eq 'O''Hara'", ['Cleo']],
    ['accountEnabled eq false', ['Dora']],
    ['not(accountEnabled eq true)', ['Dora']],
    ["surname in ('Dee', 'Ems')", ['Dora', 'Anatol']],
    ["endswith(userPrincipalName,'a@quay.example') and mail eq null", ['Ana', 'Dora']],
  ])('%s', async ($filter, found) => {
    expect(namesIn((await graph(query({ $filter }))).body)).toEqual(found)
  })

  test.each([
    ["colour eq 'red'", 'colour'],
    ["displayName gt 'a'", 'gt'],
    ["contains(displayName,'a')", 'contains'],
    ["constructor(displayName,'a')", 'constructor'],
    ['displayName eq', 'too early'],
    ["displayName eq 'a' surname", 'surname'],
    ["displayName eq 'a", 'not understood'],
  ])('refused, by name: %s', async ($filter, named) => {
    const { status, body } = await graph(query({ $filter }))
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      code: 'Request_UnsupportedQuery',
      message: expect.stringContaining(named),
    })
  })
})

test.each(['$expand', '$format', '$apply', '$skip'])('%s is refused by its name', async (option) => {
  const { status, body } = await graph(query({ [option]: 'x' }))
  expect(status).toBe(400)
  expect(body.error.message).toContain(option)
  expect((await graph(`/users/${ana?.id}?${option}=x`)).body.error.message).toContain(option)
})

describe('nothing that is asked for is left out in silence', () => {
  const reads = graphApp.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => path)
  const own: Record<string, string> = { size: '48x48' }
  const filled = (path: string) => {
    const isGroup = path.includes('/groups/')
    const object = isGroup ? staff.id : path.includes('/applications/') ? application.id : ana?.id
    return path.replace('/v1.0', '').replaceAll(/:(\w+)/g, (_all, name) => own[name] ?? String(object))
  }

  test('these are all the reads there are', () => {
    expect(reads.length).toBeGreaterThan(20)
    expect(reads).toEqual(expect.arrayContaining(['/v1.0/organization', '/v1.0/users/:id/photo/$value']))
  })

  test.each(reads)('%s refuses $expand and options without their sign', async (path) => {
    for (const name of ['$expand', '$top2', 'top', 'Filter']) {
      const { status, body } = await graph(`${filled(path)}?${name}=1`, eventual)
      // The management token is nobody's.
      if (path.startsWith('/v1.0/me') && status === 400 && body.error.message.includes('/me is for')) return
      expect(status).toBe(400)
      expect(body.error.message).toContain(`'${name}'`)
    }
  })

  test.each([
    ['POST', '/users?$select=id'],
    ['PATCH', `/users/${ana?.id}?$select=id`],
    ['DELETE', `/users/${ana?.id}?$filter=x`],
    ['POST', '/$batch?$top=1'],
  ])('%s %s', async (method, path) => {
    const { status, body } = await graph(path, { method, body: {} })
    expect(status).toBe(400)
    expect(body.error.message).toContain(path.split('?')[1]?.split('=')[0])
  })

  test('an option that is there twice, a count that is neither', async () => {
    expect((await graph('/users?$top=1&$top=2')).body.error.message).toContain("'$top' is there 2 times")
    expect((await graph('/users?$count=yes')).body.error.message).toContain("'yes'")
    expect((await graph('/users?anything=else')).status).toBe(200)
  })

  test.each(['/users/delta', '/users/delta()', `/users('${ana?.id}')`, '/groups/delta?$select=id'])(
    'a function is no id: %s',
    async (path) => {
      const { status, body } = await graph(path)
      expect(status).toBe(404)
      expect(body.error.message).toContain('is not supported here')
    },
  )
})

test('$select gives what it names, and refuses what does not exist', async () => {
  const { body } = await graph(query({ $select: 'id,jobTitle', $top: '1' }))
  expect(body.value).toEqual([{ id: ana?.id, jobTitle: null }])
  expect((await graph(`/users/${ana?.id}?$select=displayName`)).body).toEqual({ displayName: 'Ana Alba' })
  expect((await graph(query({ $select: 'password' }))).body.error.message).toContain("'password'")
})

test('pages follow nextLink to the end; $count and $orderby go with them', async () => {
  const seen: string[] = []
  let next: string | undefined = query({ $top: '2', $count: 'true', $orderby: 'displayName desc' })
  while (next !== undefined) {
    const { body } = await graph(next, eventual)
    expect(body['@odata.count']).toBe(5)
    seen.push(...namesIn(body).map(String))
    next = body['@odata.nextLink']
  }
  expect(seen).toEqual(['Dora', 'Cleo', 'Ben', 'Anatol', 'Ana'])
  expect((await graph(query({ $top: '0' }))).body.error.message).toContain('$top')
})

test('$search and /$count need the consistency level', async () => {
  const search = { $search: '"displayName:al"' }
  expect(namesIn((await graph(query(search), eventual)).body)).toEqual(['Ana', 'Ben'])
  expect((await graph(query(search))).body.error.message).toContain('ConsistencyLevel')
  expect((await graph('/users/$count', eventual)).body).toBe('5')
  const either = { $search: '"displayName:dora" OR "displayName:cleo"' }
  expect(namesIn((await graph(query(either), eventual)).body)).toEqual(['Cleo', 'Dora'])
})

test('groups: members come and go, and a user knows their groups', async () => {
  expect(namesIn((await graph(`/users/${ana?.id}/memberOf`)).body)).toEqual(['Staff'])
  const added = { '@odata.id': `${root()}/v1.0/directoryObjects/${ben?.id}` }
  const members = `/groups/${staff.id}/members`
  expect((await graph(`${members}/$ref`, { method: 'POST', body: added })).status).toBe(204)
  expect(namesIn((await graph(members)).body)).toEqual(['Ana', 'Ben'])
  for (const path of [members, `/groups/${staff.id}/transitiveMembers`])
    expect((await graph(`${path}/$count`, eventual)).body).toBe('2')
  expect((await graph(`/users/${ben?.id}/memberOf/$count`, eventual)).body).toBe('1')
  for (const name of ['getMemberGroups', 'getMemberObjects'])
    expect((await graph(`/users/${ben?.id}/${name}`, { method: 'POST', body: {} })).body.value).toEqual([
      staff.id,
    ])
  expect((await graph(`${members}/${ben?.id}/$ref`, { method: 'DELETE' })).status).toBe(204)
  expect((await graph(`${members}/${ben?.id}/$ref`, { method: 'DELETE' })).status).toBe(404)
  const fields = { displayName: 'New', mailNickname: 'new', mailEnabled: false, securityEnabled: true }
  const made = await graph('/groups', { method: 'POST', body: { ...fields, description: 'Of today' } })
  expect(made.status).toBe(201)
  expect((await graph(`/groups/${made.body.id}`)).body).toMatchObject({
    description: 'Of today',
    mailNickname: 'new',
  })
  expect((await graph('/groups', { method: 'POST', body: { ...fields, mailEnabled: true } })).status).toBe(
    400,
  )
  expect((await graph(`/groups/${made.body.id}`, { method: 'DELETE' })).status).toBe(204)
})

test('a photo is a PNG of its size', async () => {
  const headers = { authorization: `Bearer ${directory.managementToken}` }
  const answer = await fetch(`${root()}/v1.0/users/${ana?.id}/photos/48x48/$value`, { headers })
  expect(answer.headers.get('content-type')).toBe('image/png')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)]).toEqual(['PNG', 48])
  expect((await graph(`/users/${ana?.id}/photos/50x50/$value`)).body.error.code).toBe('ImageNotFound')
})

test('$batch answers each request, and none that depends on one that failed', async () => {
  const requests = [
    { id: '1', method: 'GET', url: `/users/${ana?.id}?$select=displayName` },
    { id: '2', method: 'GET', url: '/users/nobody' },
    { id: '3', method: 'GET', url: '/groups', dependsOn: ['2'] },
    {
      id: '4',
      method: 'PATCH',
      url: `/users/${ana?.id}`,
      body: { displayName: 'Ana Alba' },
      dependsOn: ['1'],
    },
  ]
  const { body } = await graph('/$batch', { method: 'POST', body: { requests } })
  const found = body.responses.map(({ id, status }: { id: string; status: number }) => [id, status])
  expect(found).toEqual([
    ['1', 200],
    ['2', 404],
    ['3', 424],
    ['4', 204],
  ])
  expect(body.responses[0].body).toEqual({ displayName: 'Ana Alba' })
  expect((await graph('/$batch', { method: 'POST', body: {} })).status).toBe(400)
})

test('a slash at the end of an address makes no difference', async () => {
  for (const path of ['/users', `/users/${ana?.id}`, `/users/${ana?.id}/memberOf`])
    expect((await graph(`${path}/`)).body).toEqual((await graph(path)).body)
})

test('an unsupported resource is named', async () => {
  expect((await graph('/devices')).body.error.message).toContain('/v1.0/devices is not supported here')
})
