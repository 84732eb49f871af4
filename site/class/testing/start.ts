import { onTestFinished } from 'vitest'
import { startClasses } from './class-client.ts'

/** Classes that end with the test. */
export async function start(options: Parameters<typeof startClasses>[0] = {}) {
  const classes = await startClasses(options)
  onTestFinished(() => classes.close())
  return classes
}
