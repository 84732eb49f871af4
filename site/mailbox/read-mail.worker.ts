import { parentPort } from 'node:worker_threads'
import { readMail } from './read-mail.ts'

parentPort?.on('message', async (raw: Uint8Array) => {
  const answer = await readMail(raw).then(
    (mail) => ({ mail }),
    (error: Error) => ({ error: error.message }),
  )
  parentPort?.postMessage(answer)
})
parentPort?.postMessage('ready')
