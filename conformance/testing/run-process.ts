import { type SpawnOptions, spawn } from 'node:child_process'

/** A command as a shell without colours and outside of a test run would start it. */
const plain = { NO_COLOR: '1', FORCE_COLOR: undefined, TEST_WORKER_INDEX: undefined }

/** Runs a program to its end, and answers its exit status and all that it printed. */
export async function runProcess(
  program: string,
  args: readonly string[],
  { env, ...options }: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<{ status: number | null; said: string }> {
  const child = spawn(program, args, {
    ...options,
    env: { ...process.env, ...plain, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, said }
}
