import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { rules } from './index.ts'
import { guaranteeOf, subject } from './rule.ts'

const others = ['index.ts', 'rule.ts']

const subjects = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !others.includes(file))
  .map((file) => file.slice(0, -'.ts'.length))

describe('a rule', () => {
  it('is the function itself, with what it guarantees as a property', () => {
    const decide = (number: number) => number > 0
    const guarantee = { says: 'Numbers are positive.', clauses: ['Inferred'] } as const
    expect(subject('numbers')(guarantee, decide)).toBe(decide)
    expect(guaranteeOf(decide)).toEqual({ ...guarantee, subject: 'numbers' })
    expect(guaranteeOf(() => true)).toBeUndefined()
  })
})

describe.each(subjects)('%s.ts', (subject) => {
  it('exports rules only, under its own name, and every one is among the rules', async () => {
    const module: Record<string, unknown> = await import(new URL(`${subject}.ts`, import.meta.url).href)
    expect(Object.keys(module).length).toBeGreaterThan(0)
    for (const [name, rule] of Object.entries(module)) {
      expect(rules).toHaveProperty(name, rule)
      expect(guaranteeOf(rules[name as keyof typeof rules])?.subject, name).toBe(subject)
    }
  })
})
