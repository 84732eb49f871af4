import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packs } from './index.ts'
import { loadPack } from './load-pack.ts'
import { begin, send } from './model/walk.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

const flow = `
import { setup } from 'xstate'
import { defineFlow, defineScreens, type EventSpec, type FlowTypes, GOAL, to } from 'doorstep'

export const screens = defineScreens({ door: { heading: 'Door', buttons: ['Knock'] }, hall: { heading: 'Hall' } })
const events = { knock: { label: 'Knock', at: 'screen', press: 'Knock' } } satisfies Record<string, EventSpec>
export const enter = defineFlow(screens, {
  id: 'enter',
  title: 'Enter',
  steps: { 1: 'Knock' },
  sentences: {},
  givens: { outside: 'You are outside' },
  events,
  notModelled: {},
  gaps: [],
  machine: setup({ types: {} as FlowTypes<typeof screens, 'knock', 'outside'> }).createMachine({
    id: 'enter',
    initial: 'door',
    states: {
      door: { meta: { screen: 'door' }, on: { knock: to('hall', { step: 'enter.1' }) } },
      hall: { meta: { screen: 'hall' }, tags: GOAL },
    },
  }),
})
`

const pack = (addresses: string) => `
import { definePack } from 'doorstep'
import { enter, screens } from './enter.ts'
export const house = definePack({
  id: 'house', title: 'The house', product: 'House', screens, flows: [enter], addresses: ${addresses}, entrance: 'door',
})
`

describe('a folder anywhere on disk', () => {
  test('has a pack that runs with the model of Doorstep itself', async () => {
    write('enter.ts', flow)
    write('pack.ts', pack("{ door: 'door' }"))
    const { pack: house, file } = await loadPack(folder)
    expect(file).toBe(join(folder, 'pack.ts'))
    const [enter] = house.flows
    if (!enter) throw new Error('The pack has lost its flow.')
    expect(send(enter, begin(enter, 'outside'), 'knock')).toMatchObject({ screen: 'hall', goal: true })
  })

  test('imports our packages by name, and gets those that Doorstep runs with', async () => {
    write('pack.ts', "export { firstPack } from './first.ts'")
    write('first.ts', "import { packs } from '@doorstep/machines'\nexport const [firstPack] = packs")
    expect((await loadPack(folder)).pack).toBe(packs[0])
  })

  test('that does not exist is named', async () => {
    await expect(loadPack(join(folder, 'none'))).rejects.toThrow(
      `There is no folder ${join(folder, 'none')}: name the folder that has the pack's pack.ts.`,
    )
  })

  test('without a pack.ts, the error says what to write', async () => {
    await expect(loadPack(folder)).rejects.toThrow(
      `The pack ${folder} is not right:\n- The folder has no pack.ts: write one that exports a pack, by definePack.`,
    )
  })

  test('whose pack.ts cannot be read says why', async () => {
    write('pack.ts', 'import { nothing } from "./nowhere.ts"\nexport const pack = nothing')
    await expect(loadPack(folder)).rejects.toThrow(/Its pack\.ts cannot be loaded: .*nowhere\.ts/)
  })

  test('whose pack is not right says all of it', async () => {
    write('enter.ts', flow)
    write('pack.ts', pack("{ gate: 'gate' }"))
    await expect(loadPack(folder)).rejects.toThrow(
      `The pack house in ${folder} is not right:\n- The address "gate" shows a screen "gate" that the pack does not have.\n- There is no address "door"`,
    )
  })

  test('whose pack.ts exports no pack says so', async () => {
    write('pack.ts', 'export const pack = 1')
    await expect(loadPack(folder)).rejects.toThrow('It exports no pack')
  })
})
