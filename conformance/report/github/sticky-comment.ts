import { CheckError } from '../../errors.ts'
import type { CheckResult } from '../result.ts'
import type { PullRequest } from './pull-request.ts'
import { stepSummary, type Workflow } from './step-summary.ts'

/** What became of the comment. */
export type Commented = 'created' | 'updated' | 'unchanged' | 'not-needed'

/** Comments on a page of the API: the most there are. */
const PER_PAGE = 100
/** GitHub refuses longer comments. */
const LONGEST = 65_536
/** Milliseconds that an answer may take. */
const PATIENCE = 30_000

/** By this the comment is found again. It cannot be seen. */
const markerOf = ({ target }: CheckResult) =>
  `<!-- doorstep: ${target.name.replace(/[^\p{L}\p{N} .:/]/gu, '')} -->`

/**
 * Says in one comment of a pull request what the target does otherwise. The comment is updated with each run; without anything to
 * say there is none, unless there was one: then it says that all is fixed.
 * @throws CheckError `github-refused`
 */
export async function comment(
  result: CheckResult,
  pull: PullRequest,
  { site, env }: { site: string; env: Workflow },
): Promise<Commented> {
  const marker = markerOf(result)
  const known = await findComment(pull, marker)
  const isFine = result.summary.conforms === 'yes'
  if (isFine && !known) return 'not-needed'
  const heading = isFine ? 'Everything that was listed here is fixed.\n\n' : ''
  const body = shorten(`${marker}\n${heading}${stepSummary(result, site, env)}`)
  if (!known) {
    await ask(pull, 'POST', `issues/${pull.number}/comments`, { body })
    return 'created'
  }
  if (known.body?.trim() === body.trim()) return 'unchanged'
  await ask(pull, 'PATCH', `issues/comments/${known.id}`, { body })
  return 'updated'
}

/** A table that is cut in the middle of a row would be no table. */
function shorten(body: string): string {
  if (body.length <= LONGEST) return body
  const end = '\n\nThe rest is in the report.\n'
  const cut = body.slice(0, LONGEST - end.length)
  return `${cut.slice(0, cut.lastIndexOf('\n'))}${end}`
}

interface Comment {
  id: number
  body?: string
}

async function findComment(pull: PullRequest, marker: string): Promise<Comment | undefined> {
  for (let page = 1; ; page++) {
    const path = `issues/${pull.number}/comments?per_page=${PER_PAGE}&page=${page}`
    const comments = (await ask(pull, 'GET', path)) as Comment[]
    const found = comments.find(({ body = '' }) => body.startsWith(marker))
    if (found || comments.length < PER_PAGE) return found
  }
}

async function ask(
  { api, repository, token }: PullRequest,
  method: string,
  path: string,
  body?: { body: string },
): Promise<unknown> {
  const url = `${api}/repos/${repository}/${path}`
  const answer = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'doorstep',
      'x-github-api-version': '2022-11-28',
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: Error) => error)
  if (answer instanceof Error)
    throw new CheckError('github-refused', `${url} does not answer: ${answer.message}`, { cause: answer })
  if (answer.ok) return answer.json()
  const advice =
    answer.status === 403 || answer.status === 404
      ? ' Give the job the permission “pull-requests: write”; a run for a fork has none.'
      : ''
  throw new CheckError('github-refused', `${method} ${url} was answered with ${answer.status}.${advice}`)
}
