import { begin, packs, send } from '@doorstep/machines'
import { makeDirectory, startMockIdp } from '@doorstep/mock-idp'
import { defineDeployment, definePack, type Pack } from 'doorstep'
import { expect, test } from 'vitest'
import { defineDeployment as theirs } from '../conformance/targets/profile/deployment.ts'
import { definePack as ours } from '../machines/model/pack.ts'

test('@doorstep/machines has the bundled packs, and walks them', () => {
  const [pack]: readonly Pack[] = packs
  const flow = pack?.flows.find(({ id }) => id === 'activate-account')
  if (!flow) throw new Error('The bundled pack has no activation.')
  const [given = ''] = Object.keys(flow.givens)
  const [event = ''] = Object.keys(flow.events)
  expect(send(flow, begin(flow, given), event)?.edge?.event).toBe(event)
})

test('@doorstep/mock-idp starts a provider', async () => {
  const directory = makeDirectory({ kind: 'oidc', displayName: 'Quay', domains: ['quay.example.com'] })
  const idp = await startMockIdp({ port: 0, directories: [directory] })
  const metadata = await fetch(`${idp.issuer(directory)}/.well-known/openid-configuration`)
  expect(await metadata.json()).toMatchObject({ issuer: idp.issuer(directory) })
  await idp.close()
})

test('doorstep is the module that Doorstep itself runs with', () => {
  expect(definePack).toBe(ours)
  expect(defineDeployment).toBe(theirs)
})
