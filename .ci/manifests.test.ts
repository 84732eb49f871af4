import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Versions = Readonly<Record<string, string>>
interface Manifest {
  version?: string
  workspaces?: string[]
  dependencies?: Versions
  devDependencies?: Versions
}

const read = (folder: string) =>
  JSON.parse(readFileSync(new URL(`../${folder}/package.json`, import.meta.url), 'utf8')) as Manifest
const root = read('.')
const needs = [root, ...(root.workspaces ?? []).map(read)].flatMap(({ dependencies, devDependencies }) =>
  Object.entries({ ...dependencies, ...devDependencies }),
)

test('every package is needed in exactly one version, wherever it is needed', () => {
  expect(needs.length).toBeGreaterThan(0)
  expect(
    needs.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/.test(version)),
  ).toEqual([])
  const versions = Map.groupBy(needs, ([name]) => name)
  const several = [...versions].filter(([, found]) => new Set(found.map(([, version]) => version)).size > 1)
  expect(several.map(([name]) => name)).toEqual([])
})
