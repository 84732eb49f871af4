import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where Debian's package `libfaketime` puts it: the name of the folder has the kind of machine. */
const LIBRARY = '/usr/lib/*/faketime/libfaketimeMT.so.1'

/** What a start answers beside the rest, so that the clock finds it. */
export type MovedTime = {
  /** The file that says how far the time is ahead of the machine's: `+90`. */
  time: string
}

/**
 * Environment of a process whose time a check can move. Without it, people wait half a minute for each one-time code, and a day for a link
 * to expire.
 * @param folder where the file is kept
 */
export async function movedTime(folder: string): Promise<{ env: NodeJS.ProcessEnv; time: string }> {
  const [library] = globSync(LIBRARY)
  if (!library) throw new Error('its time cannot be moved: install Debian’s package libfaketime')
  const time = join(folder, 'time-ahead')
  await writeFile(time, '+0')
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: time,
    FAKETIME_NO_CACHE: '1',
    // What waits for a while waits as long as ever.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
  return { env, time }
}

type At = { data: MovedTime }

const ahead = async ({ data }: At) => Number(await readFile(data.time, 'utf8'))

/** The `clock` of a profile whose start gives its process a {@link movedTime}. */
export const movedClock = {
  now: async (at: At) => Date.now() + (await ahead(at)) * 1000,
  async advance(seconds: number, at: At) {
    await writeFile(at.data.time, `+${(await ahead(at)) + Math.ceil(seconds)}`)
  },
}
