import { type ContestantName, contestants } from './contestants.ts'

/** The process of one contestant: reports where it serves, and on request how much processor time it has used (µs). */
const [, , name] = process.argv
const served = await contestants[name as ContestantName]()
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system })
})
process.on('disconnect', () => process.exit())
process.send?.({ served })
