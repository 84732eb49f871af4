import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commands } from '../../conformance/commands/index.ts'
import { keys } from '../../conformance/targets/profile/schema.ts'
import { groups } from './pages.ts'
import { readReference } from './reference.ts'
import { troubles } from './troubles.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const reference = await readReference()

test('each command has the options and the words of its own help', () => {
  expect(reference.commands.map(({ name }) => name)).toEqual(Object.keys(commands))
  for (const name of ['check', 'completion']) {
    const command = [at('../../conformance/doorstep.mjs'), name, '--help']
    const help = execFileSync(process.execPath, command, { encoding: 'utf8' })
    const shown = reference.commands.find((one) => one.name === name)
    const flags = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag = '']) => flag)
    expect(shown?.options.map((one) => one.name.split(' ')[0])).toEqual(flags)
    expect(help).toContain(shown?.more)
  }
})

test('what a help says below its options is there', () => {
  const { more } = reference.commands.find(({ name }) => name === 'check') ?? {}
  expect(more).toMatch(/^Depths.*\n[\s\S]*Exit codes:\n {2}0 /)
})

test('each key of a profile says what its value must be', () => {
  const { keys: own, documented, pages } = reference.profile
  expect(own.map(({ name }) => name)).toEqual(keys)
  expect(own.filter(({ required }) => required).map(({ name }) => name)).toEqual(['name', 'givens'])
  const unsaid = [...own, ...documented, ...pages].filter(({ mustBe }) => /^$|Invalid/.test(mustBe))
  expect(unsaid).toEqual([])
  expect(own.find(({ name }) => name === 'clock')?.mustBe).toBe('{ now, advance }')
})

test('each message of the code is below the trouble it is about', () => {
  const known = Object.keys(troubles)
  expect(Object.keys(reference.messages).filter((code) => !known.includes(code))).toEqual([])
  expect(reference.messages['unknown-flow']).toContain('There is no flow "…": ….')
  expect(reference.messages['browser-missing']).toHaveLength(3)
  // A function of that file makes this one, around a reason.
  expect(reference.messages['baseline-unreadable']).toContain(
    'The baseline … does not exist: call once with --update-baseline, which writes it.',
  )
  const without = known.filter((code) => !reference.messages[code]?.length)
  expect(without).toEqual([])
})

test('each page is in the navigation, and each address of it is a page', () => {
  const files = globSync('**/*.{md,astro}', { cwd: at('../pages/docs') })
  const addresses = files.map((file) => `/docs/${file.replace(/\.\w+$/, '/')}`.replace('index/', ''))
  expect(groups.flatMap(({ pages }) => pages.map(({ href }) => href)).sort()).toEqual(addresses.sort())
})

test('links between the pages lead to pages', () => {
  const known = groups.flatMap(({ pages }) => pages.map(({ href }) => href))
  const files = globSync('**/*.{md,astro}', { cwd: at('../pages/docs') })
  const linked = files.flatMap((file) => {
    const source = readFileSync(at(`../pages/docs/${file}`), 'utf8')
    return [...source.matchAll(/["(](\/docs\/[^")#]*)/g)].map(([, address = '']) => address)
  })
  expect(linked.length).toBeGreaterThan(0)
  expect(linked.filter((address) => !known.includes(address))).toEqual([])
})
