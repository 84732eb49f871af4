import { expect, test } from 'vitest'
import { answeredInJar, otherwise } from './answered.ts'

const product = 'https://product.test/'
const jarAt = (product: string, ...hops: [status: number, path: string][]) =>
  answeredInJar(
    { hops: hops.map(([status, path]) => ({ status, url: new URL(path, product).href })) },
    product,
  )
const jar = (...hops: [status: number, path: string][]) => jarAt(product, ...hops)

test('the same answer may lead to an address that has another id or parameter', () => {
  const usual = jar([303, '/password'], [200, '/users/b8f1c7a2-77d1-4f7e-9d51-0a4b8e6f2c11?from=1'])
  const now = jar([303, '/password'], [200, '/users/0c9e4f31-52aa-4b0e-8f77-6d1c2b3a4e5f?from=2'])
  expect(otherwise(usual, now)).toBeUndefined()
})

test('each sandbox may have a path of its own', () => {
  const [usual, now] = ['one', 'other'].map((sandbox) =>
    jarAt(`${product}t/${sandbox}`, [303, `/t/${sandbox}/password`], [200, `/t/${sandbox}/code`]),
  )
  expect(usual?.leadsTo).toBe('/code')
  expect(otherwise(usual, now)).toBeUndefined()
})

test('a request that is ignored is answered otherwise, though no error is shown', () => {
  const usual = jar([303, '/password'], [200, '/code'])
  const words = '303 to /log-in, where the browser’s was answered with 303 to /code'
  expect(otherwise(usual, jar([303, '/password'], [200, '/log-in']))).toBe(words)
  expect(otherwise(usual, jar([200, '/password']))).toContain('200, where')
  expect(otherwise(usual, jar())).toContain('nothing, where')
})

test('what the browser had no answer to yet is compared with nothing', () => {
  expect(otherwise(undefined, jar([200, '/code']))).toBeUndefined()
})
