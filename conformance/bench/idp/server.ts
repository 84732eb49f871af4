import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type ContestantName, contestants, passTime } from './contestants.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/**
 * The process of one contestant: reports where it serves; on request how much processor time it has used (µs) or how much memory is in
 * use (bytes, after garbage collection); and lets simulated time pass (ms).
 */
const [, , name] = process.argv
const served = await contestants[name as ContestantName]()
process.on('message', (asked: 'cpu' | 'memory' | { pass: number }) => {
  if (asked === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: user + system })
  } else if (asked === 'memory') {
    collectGarbage()
    process.send?.({ memory: process.memoryUsage().heapUsed })
  } else passTime(asked.pass)
})
process.on('disconnect', () => process.exit())
process.send?.({ served })
