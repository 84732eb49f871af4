import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { walk } from '../../machines/model/walk.ts'
import { readAddress } from '../../site/simulator/walk/address.ts'
import { makeResult } from './fixtures/make-result.ts'

const flows = packs.flatMap(({ flows }) => flows)

test.each(flows)('$id: the simulator reads each address as the moment after that transition', (flow) => {
  const { transitions } = makeResult({ flows: [flow] }).flows[0] ?? { transitions: [] }
  const walked = transitions.filter(({ replay }) => replay)
  expect(walked.length).toBeGreaterThan(0)
  for (const { id, replay = '' } of walked) {
    const { pathname, hash } = new URL(replay, 'http://localhost')
    const place = readAddress(flow, hash)
    expect(pathname).toBe(`/flows/${flow.id}/`)
    expect(place.mode).toBe('model')
    expect(walk(flow, place.given, place.walk)[place.at]?.edge?.id).toBe(id)
  }
})
