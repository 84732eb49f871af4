import { readFileSync } from 'node:fs'
import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { keys } from './profile/schema.ts'
import { documentedKeys, pageKeys } from './profile/schema-own.ts'

const givenNames = [
  ...new Set(packs.flatMap(({ flows }) => flows.flatMap(({ givens }) => Object.keys(givens)))),
]

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const readme = read('README.md')

test('the example in the README is the one that is tested', () => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  expect(code).toBe(read('example/doorstep.config.ts'))
})

test('the README knows every key and every given, and no others', () => {
  const table = readme.slice(readme.indexOf('## Keys'), readme.indexOf('## How a given'))
  const named = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? [])
  expect(named.sort()).toEqual([...keys].sort())
  const [, givens = ''] = /how each given is arranged: (.*?);/.exec(table) ?? []
  expect(givens.match(/[\w-]+/g)?.sort()).toEqual([...givenNames].sort())
})

test.each([
  ['documented', documentedKeys],
  ['pages', pageKeys],
])('the README knows every key of `%s`, and no others', (table, known) => {
  const [, rows = ''] =
    new RegExp(`\\| \`${table}\` \\| \\|\\n\\| --- \\| --- \\|\\n((?:\\|.*\\n)+)`).exec(readme) ?? []
  const named = [...rows.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? [])
  expect(named.sort()).toEqual([...known].sort())
})
