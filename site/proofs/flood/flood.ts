import { setTimeout as wait } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { get, Witness } from '../common/witness.ts'
import { HalfOpen, overHttp, overSmtp } from './half-open.ts'

/** Within which every half-open connection is ended, whatever it dawdles with. */
export const MOST_SECONDS = 70

export interface Flooded {
  port: string
  /** Half-open connections at the same time. */
  most: number
  /** Those that were open for longer than {@link MOST_SECONDS}. */
  left: number
  honest: Witness
}

/** Half-open connections at every port at once for a while; honest requests and mails go on meanwhile. */
export async function flood(at: Addresses, count: number, seconds: number): Promise<Flooded[]> {
  const { made } = await ControlClient.create(at.tenant)
  const sendMail = () => {
    const sender = nodemailer.createTransport({ host: '127.0.0.1', port: at.smtpPort, ignoreTLS: true })
    return sender.sendMail({ from: 'a@b.example', to: made.email, subject: 'honest', text: '' })
  }
  const portOf = (origin: string) => Number(new URL(origin).port)
  const ports = {
    site: {
      port: portOf(at.site),
      kinds: overHttp,
      honest: (signal: AbortSignal) => get(`${at.site}/live.json`, signal),
    },
    tenant: {
      port: portOf(at.tenant),
      kinds: overHttp,
      honest: (signal: AbortSignal) => get(`${made.url}/log-in/email`, signal),
    },
    provider: {
      port: portOf(at.provider),
      kinds: overHttp,
      honest: (signal: AbortSignal) => get(at.provider, signal),
    },
    'provider, TLS': {
      port: at.tlsPort,
      kinds: overHttp,
      honest: (signal: AbortSignal) => get(at.provider, signal),
    },
    'mail server': { port: at.smtpPort, kinds: overSmtp, honest: sendMail },
  }
  const all = Object.entries(ports).map(([name, { port, kinds, honest }]) => ({
    ...{ name, connections: HalfOpen.begin(kinds, port, count), honest: new Witness(honest) },
  }))
  await wait(seconds * 1_000)
  const flooded = all.map(async ({ name, connections, honest }) => {
    await honest.stop()
    const { most } = connections
    const left = connections.openFor(MOST_SECONDS)
    connections.end()
    return { port: name, most, left, honest }
  })
  return Promise.all(flooded)
}
