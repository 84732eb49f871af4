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
  const found = (asked: string) => find([...all, ...glossaryEntries()], asked)

  test('every word must be there, in any order; a beginning is enough', () => {
    expect(found('password wrong')[0]).toMatchObject({ kind: 'message' })
    expect(found('wrong passw').length).toBeGreaterThan(0)
    expect(found('wrong zebra')).toEqual([])
    expect(found('   ')).toEqual([])
  })

  test('what says it comes before what is only near it', () => {
    expect(found('PKCE')[0]).toMatchObject({ kind: 'term', href: '/glossary/#pkce' })
    const [first] = find(entriesOf(library, library.flows[0] as never, '/'), 'library')
    expect(first?.text).toBe('Library')
  })
})
