import { expect, test } from 'vitest'
import { commands } from './index.ts'

test.each(Object.entries(commands))('%s is listed with its own name and description', async (name, entry) => {
  const command = await entry.load()
  expect(command.name()).toBe(name)
  expect(command.description()).toBe(entry.description)
})
