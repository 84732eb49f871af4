import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type ContestantName, contestants, passTime, resetProvider } from './contestants.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/**
 * The process of one contestant: reports where it serves; on request how much processor time it has used (µs) or how much memory is in
 * use (bytes, after garbage collection); lets simulated time pass (ms); and makes everything as at the start.
 */
const [, , name] = process.argv
const served = await contestants[name as ContestantName]()
process.on('message', async (asked: 'cpu' | 'memory' | 'reset' | { pass: number }) => {
  if (asked === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: user + system })
  } else if (asked === 'memory') {
    collectGarbage()
    process.send?.({ memory: process.memoryUsage().heapUsed })
  } else if (asked === 'reset') {
    await resetProvider()
    process.send?.({ reset: true })
  } else passTime(asked.pass)
})
process.on('disconnect', () => process.exit())
process.send?.({ served })
