import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ConfigError } from './errors.ts'
import { type Config, configSchema } from './schema.ts'

/** Reads a configuration file. Throws ConfigError with the file, the place in it and what is wrong there. */
export async function readConfig(file: string): Promise<Config> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    const why = cause.code === 'ENOENT' ? 'does not exist' : `can't be read (${cause.code ?? cause.message})`
    throw new ConfigError(`${file} ${why}: name the JSON file of your configuration.`, { cause })
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new ConfigError(`${file}: is no JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  const parsed = configSchema.safeParse(json)
  if (!parsed.success) throw new ConfigError(`${file}:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}
