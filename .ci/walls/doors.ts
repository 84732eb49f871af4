import { readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'

const root = new URL('../../', import.meta.url)

interface Manifest {
  name: string
  exports: Readonly<Record<string, string>>
}

const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as T
const { workspaces } = read<{ workspaces: string[] }>('package.json')
const packages = workspaces.map((folder) => ({ folder, ...read<Manifest>(`${folder}/package.json`) }))

/** What our own packages can be imported as, and the files behind it by their path from the root. */
export const doors: ReadonlyMap<string, string> = new Map(
  packages.flatMap(({ folder, name, exports }) =>
    Object.entries(exports)
      .filter(([, file]) => file.endsWith('.ts'))
      .map(([door, file]) => [join(name, door), normalize(join(folder, file))] as const),
  ),
)
