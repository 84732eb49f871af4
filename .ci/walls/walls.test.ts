import { describe, expect, test } from 'vitest'
import { doors } from './doors.ts'
import { sourceFiles } from './files.ts'
import { importsOf } from './imports-of.ts'
import { rooms } from './rooms.ts'
import { circlesIn, roomOf, violationsIn } from './walls.ts'

const isFile = (room: string) => room.endsWith('.ts')
const fileIn = (room: string, name: string) => (isFile(room) ? room : `${room}/${name}`)
const up = (path: string) => '../'.repeat(path.split('/').length - 1)

describe('the rooms as they are', () => {
  test('import only what they may', () => {
    expect(violationsIn(rooms, sourceFiles())).toEqual([])
  })

  test('no two of them may import each other', () => {
    expect(circlesIn(rooms)).toEqual([])
  })
})

describe.each(Object.entries(rooms))('%s', (name, room) => {
  const path = fileIn(name, 'planted.ts')
  const others = Object.keys(rooms).filter((other) => other !== name && !room.rooms.includes(other))

  test('a planted import of any room that it may not import is found, with its place', () => {
    for (const other of others) {
      const target = fileIn(other, 'door.ts')
      if (roomOf(rooms, target) === name) continue
      const source = `const before = 1\nimport { x } from '${up(path)}${target}'\n`
      expect(violationsIn(rooms, [{ path, source }])).toEqual([
        expect.stringContaining(`${path}:2 imports ${up(path)}${target}, which ${name} may not`),
      ])
    }
  })

  test('a planted import of one of our packages is found like one of the file behind it', () => {
    for (const [specifier, file] of doors) {
      const target = roomOf(rooms, file) ?? ''
      const found = violationsIn(rooms, [{ path, source: `import { x } from '${specifier}'\n` }])
      expect(found).toHaveLength(others.includes(target) ? 1 : 0)
    }
  })

  test('a planted import of a package is found where packages are listed', () => {
    const found = violationsIn(rooms, [{ path, source: "import fs from 'node:fs'\n" }])
    expect(found).toHaveLength(room.packages === undefined ? 0 : 1)
  })
})

test('our packages have names, and the files behind them are in rooms', () => {
  expect([...doors.keys()]).toEqual(
    expect.arrayContaining(['doorstep', '@doorstep/machines', '@doorstep/mock-idp']),
  )
  expect([...doors.values()].filter((file) => roomOf(rooms, file) === undefined)).toEqual([])
})

describe('every way to import is seen', () => {
  test.each([
    ['a static import', "import { a } from './a.ts'"],
    ['a type', "import type { A } from './a.ts'"],
    ['a re-export', "export * from './a.ts'"],
    ['a dynamic import', "const a = await import('./a.ts')"],
    ['a type of a module', "type A = import('./a.ts').A"],
    ['a glob', "const files = import.meta.glob('./a.ts')"],
    ['one of several globs', "const files = import.meta.glob<string>(['./b.ts', './a.ts'], { eager: true })"],
    ['a dynamic import of a template', 'const a = await import(`./a.ts`)'],
  ])('%s', (_, source) => {
    expect(importsOf('b.ts', source).map(({ specifier }) => specifier)).toContain('./a.ts')
  })

  test('in the front matter and in the scripts of an Astro file, with their lines', () => {
    const source = "---\nimport A from './a.ts'\n---\n<p>Hi</p>\n<script>\nimport './b.ts'\n</script>\n"
    const found = importsOf('page.astro', source)
    expect(found).toMatchObject([
      { specifier: './a.ts', line: 2 },
      { specifier: './b.ts', line: 6 },
    ])
    for (const { specifier, start } of found)
      expect(source.slice(start, start + specifier.length + 2)).toBe(`'${specifier}'`)
  })
})
