import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { scriptOf } from '../model/script.ts'
import { demonstrationIn, demonstrationLink } from './demonstration-link.ts'

const scripts = packs.flatMap(({ id, flows }) =>
  flows.flatMap((flow) =>
    Object.keys(flow.givens).map((given) => ({ pack: id, script: scriptOf(flow, given) })),
  ),
)

test.each(scripts)(
  '$script.flow, $script.given: a link holds the whole demonstration',
  async (demonstration) => {
    const link = await demonstrationLink(demonstration, 'http://site.example')
    expect(link.length).toBeLessThan(2_000)
    const { pathname, hash, href } = new URL(link)
    expect(href).toBe(link)
    expect(pathname).toBe('/class/')
    expect(await demonstrationIn(hash)).toEqual(demonstration)
  },
)

test('an address without one has none; one that was cut off cannot be read', async () => {
  expect(await demonstrationIn('')).toBeUndefined()
  expect(await demonstrationIn('#abc234.key')).toBeUndefined()
  const [first] = scripts
  if (!first) throw new Error('There are no flows.')
  const link = await demonstrationLink(first, '')
  for (const broken of [link.slice(link.indexOf('#'), -20), '#demonstration=', '#demonstration=!!'])
    await expect(demonstrationIn(broken), broken).rejects.toThrow()
  const other = await demonstrationLink({ pack: 'x', script: { steps: 7 } as never }, '')
  await expect(demonstrationIn(other.slice(other.indexOf('#')))).rejects.toThrow('has no demonstration')
})
