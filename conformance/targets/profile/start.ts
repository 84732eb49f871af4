import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CheckError } from '../../errors.ts'
import { placeOf } from '../../page/why-of.ts'
import type { SmtpSetting } from '../mailboxes/settings.ts'
import { startSmtp } from '../mailboxes/start-smtp.ts'
import type { TargetAddress } from './address.ts'
import type { Deployment } from './deployment.ts'
import { endingChildrenIfItFails } from './end-children.ts'
import { defaultAddress, domainOf } from './fresh-address.ts'
import type { MockProviderSetting } from './functions.ts'
import type { Profile } from './load.ts'
import { startMockProvider } from './start-mock-provider.ts'

export interface StartedDeployment {
  address: TargetAddress
  close(): Promise<void>
}

const started = z.object({
  url: z.url().optional(),
  data: z.json(),
  close: z.custom<() => Promise<void>>((value) => typeof value === 'function').optional(),
})

/**
 * Starts what a check needs around the deployment (mail server, identity provider), and the deployment itself if its
 * profile says how.
 * @param folder where mails are kept
 * @param defect a fault to seed
 * @throws CheckError `target-unstartable`; what had started is stopped again
 */
export async function startDeployment(
  { deployment, file, path, cache }: Omit<Profile, 'loaded'>,
  folder: string,
  defect?: string,
): Promise<StartedDeployment> {
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    const ended = await Promise.allSettled(closing.toReversed().map((one) => one()))
    const failed = ended.find(({ status }) => status === 'rejected')
    if (failed) throw (failed as PromiseRejectedResult).reason
  }
  try {
    const mails = join(folder, 'mails')
    const smtp = await startMails(deployment, mails)
    if (smtp) closing.push(smtp.close)
    const provider = await startProvider(deployment)
    if (provider) closing.push(provider.close)
    const own = await endingChildrenIfItFails(async () =>
      deployment.start?.({
        ...(smtp && { smtp: { host: smtp.host, port: smtp.port } }),
        ...(provider && { provider: provider.known }),
        ...(defect && { defect }),
      }),
    )
    if (own?.close) closing.push(own.close)
    const { url = deployment.url, data } = started.parse(own ?? { data: null })
    if (!url) throw new Error('neither `url` nor `start` says where its login page is')
    return {
      address: {
        file,
        path,
        cache,
        url,
        data,
        ...(smtp && { mails }),
        ...(provider && { provider: await provider.register(url) }),
      },
      close,
    }
  } catch (cause) {
    await close().catch(() => undefined)
    if (cause instanceof CheckError) throw cause
    throw new CheckError('target-unstartable', `${deployment.name} could not be started: ${why(cause)}`, {
      cause,
    })
  }
}

async function startMails({ mailbox }: Deployment, folder: string) {
  if (!isSmtp(mailbox)) return undefined
  await mkdir(folder, { recursive: true })
  return startSmtp(mailbox, folder)
}

const isSmtp = (mailbox: Deployment['mailbox']): mailbox is SmtpSetting =>
  typeof mailbox === 'object' && mailbox.kind === 'smtp'

async function startProvider({ provider, freshAddress = defaultAddress }: Deployment) {
  if (!isMock(provider)) return undefined
  return startMockProvider(provider, domainOf(freshAddress('0')))
}

const isMock = (provider: Deployment['provider']): provider is MockProviderSetting =>
  provider !== undefined && 'kind' in provider

function why(cause: unknown): string {
  if (cause instanceof z.ZodError)
    return `what its start answers is not { url, data, close }: ${cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0]}`
  return cause instanceof Error ? cause.message + placeOf(cause) : String(cause)
}
