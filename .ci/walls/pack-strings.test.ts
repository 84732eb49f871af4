import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { sourceFiles } from './files.ts'
import { packStringsIn } from './pack-strings.ts'

test('no engine room names a flow, a screen or a label of a pack', () => {
  expect(packStringsIn(sourceFiles(), packs)).toEqual([])
})

test('one that does is found, in a literal or in JSX', () => {
  const planted = [
    { path: 'conformance/run/planted.ts', source: "export const flow = 'log-in'" },
    { path: 'site/simulator/Planted.tsx', source: 'export const Planted = () => <p>Enter Your Password</p>' },
    { path: 'site/tenant/planted.ts', source: "export const flow = 'log-in'" },
  ]
  expect(packStringsIn(planted, packs)).toEqual([
    "conformance/run/planted.ts names “log-in”, which is a pack's: get it from the pack.",
    "site/simulator/Planted.tsx names “Enter Your Password”, which is a pack's: get it from the pack.",
  ])
})
