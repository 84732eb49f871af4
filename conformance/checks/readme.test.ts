import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { checksFor } from './index.ts'
import { renderReadme } from './render-readme.ts'

test('the README says what the checks are', async () => {
  await expect(renderReadme()).toMatchFileSnapshot('./README.md')
})

const checks = checksFor(packs)

describe('every check', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true }).map(String)

  test('that has a file is found by its name', () => {
    const there = files.filter((file) => /\/[a-z]+\d+-[a-z0-9-]+\.ts$/.test(file))
    expect(there).toHaveLength(checks.filter(({ id }) => !perFlow.test(id)).length)
  })

  test('has a unique id', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  })

  test('claims something', () => {
    expect(checks.filter(({ claims }) => Object.keys(claims).length === 0)).toEqual([])
  })
})

/** The same check of each flow: where one of them fails as it should, so would the others. */
const perFlow = /^(?:SNK|FLT)/
