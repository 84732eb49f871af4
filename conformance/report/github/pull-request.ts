import { existsSync, readFileSync } from 'node:fs'
import { CheckError } from '../../errors.ts'
import type { Workflow } from './step-summary.ts'

/** A pull request, and how GitHub is asked about it. */
export interface PullRequest {
  /** Of the REST API. */
  api: string
  /** `owner/name` */
  repository: string
  number: number
  token: string
}

/**
 * The pull request that a workflow of GitHub Actions runs for.
 * @param number where the call names it
 * @throws CheckError `bad-option`, naming what is missing
 */
export function pullRequestOf(env: Workflow, number?: number): PullRequest {
  const {
    GITHUB_API_URL: api = 'https://api.github.com',
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: token,
  } = env
  const found = number ?? numberOf(env)
  const missing = [
    ...(repository ? [] : ['GITHUB_REPOSITORY (owner/name)']),
    ...(token ? [] : ['GITHUB_TOKEN (with the permission “pull-requests: write”)']),
  ]
  if (missing.length > 0 || !repository || !token)
    throw new CheckError('bad-option', `Set ${missing.join(' and ')} in the environment.`)
  if (found === undefined)
    throw new CheckError('bad-option', 'This is no run for a pull request: name one with --pr.')
  return { api, repository, number: found, token }
}

/** As the event says, else the name of the ref that is checked out. */
function numberOf({ GITHUB_EVENT_PATH: path, GITHUB_REF: ref = '' }: Workflow): number | undefined {
  const [, fromRef] = /^refs\/pull\/(\d+)\//.exec(ref) ?? []
  if (fromRef) return Number(fromRef)
  if (!path || !existsSync(path)) return undefined
  const event: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof event !== 'object' || event === null || !('pull_request' in event)) return undefined
  const { pull_request } = event as { pull_request?: { number?: number } }
  return pull_request?.number
}
