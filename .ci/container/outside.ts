import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, statSync } from 'node:fs'
import { basename, delimiter, dirname, join, matchesGlob, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, ignored, type Step, steps } from './dockerfile.ts'

const context = fileURLToPath(new URL('../../', import.meta.url))

/** A stage of the Dockerfile, built in a folder that takes the place of its file system. */
interface Stage {
  files: string
  workdir: string
  env: Record<string, string>
}

/** Without what npm and a test runner set for the programs that they start. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|NODE_OPTIONS$|NODE_ENV$|VITEST|TEST_)/i.test(name),
  ),
)

/** What a command of the image sees: this Node first, as it is the only one there. */
export const environmentOf = ({ env }: Stage): NodeJS.ProcessEnv => ({
  ...inherited,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  ...env,
})

/** The program and its arguments. */
export const argumentsOf = (command: Command): [string, string[]] => {
  const [program = '', ...args] = typeof command === 'string' ? ['/bin/sh', '-c', command] : command
  return [program, args]
}

export const folderOf = ({ files, workdir }: Stage): string => join(files, workdir)

function run(stage: Stage, command: Command): void {
  const [program, args] = argumentsOf(command)
  const options = { cwd: folderOf(stage), env: environmentOf(stage), encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(program, args, options)
  if (status !== 0) throw new Error(`RUN ${command} ended with ${status}:\n${stdout}\n${stderr}`)
}

const isSent = (path: string) => {
  const inContext = relative(context, path)
  return !ignored.some((pattern) => matchesGlob(inContext, pattern))
}

function copy(stage: Stage, { sources, target, from }: Extract<Step, { do: 'COPY' }>, other?: Stage): void {
  if (from !== undefined && !other) throw new Error(`COPY --from=${from} names no stage.`)
  const to = join(target.startsWith('/') ? stage.files : folderOf(stage), target)
  for (const source of sources) {
    const path = join(other?.files ?? context, source)
    const isFolder = statSync(path).isDirectory()
    const place = !isFolder && target.endsWith('/') ? join(to, basename(path)) : to
    const filter = other ? () => true : isSent
    cpSync(path, place, { recursive: true, verbatimSymlinks: true, filter })
  }
}

/** Does in a folder what the Dockerfile does in an image, as the user of this process, and answers the last stage. */
export function buildOutside(folder: string): Stage {
  const stages = new Map<string, Stage>()
  let stage: Stage = { files: '', workdir: '/', env: {} }
  for (const step of steps) {
    if (step.do === 'FROM') {
      stage = { files: join(folder, `stage-${stages.size}`), workdir: '/', env: {} }
      stages.set(step.name || `stage-${stages.size}`, stage)
    } else if (step.do === 'WORKDIR') {
      stage.workdir = step.value
      mkdirSync(folderOf(stage), { recursive: true })
    } else if (step.do === 'ENV') Object.assign(stage.env, step.values)
    else if (step.do === 'COPY') copy(stage, step, stages.get(step.from ?? ''))
    else if (step.do === 'RUN') run(stage, step.command)
  }
  return stage
}
