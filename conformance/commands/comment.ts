import { Command } from 'commander'
import { pullRequestOf } from '../report/github/pull-request.ts'
import { comment } from '../report/github/sticky-comment.ts'
import { readResult } from '../report/read-result.ts'
import { whole } from './option-values.ts'
import { withSiteOption } from './report-options.ts'

const help = `
One comment for each target. It is updated with each run, and says when everything is fixed; if nothing was ever wrong, there is none.

It reads GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, and the pull request from GITHUB_REF or GITHUB_EVENT_PATH: in GitHub
Actions all but the token are set. The token needs the permission "pull-requests: write".

Exit codes:
  0  the comment says what the result says
  2  the result cannot be read, something is missing, or GitHub refuses`

const done = {
  created: 'The pull request has a comment now.',
  updated: 'The comment of the pull request is updated.',
  unchanged: 'The comment of the pull request says it already.',
  'not-needed': 'All conforms, and no comment says otherwise.',
}

/** `doorstep comment result.json`: keeps one comment of a pull request up to date. */
export const commentCommand = withSiteOption(
  new Command('comment')
    .description('say in one comment of a pull request on GitHub what a result has, and keep it up to date')
    .argument('<result>', 'a file that "doorstep check --json" has written')
    .option('--pr <n>', 'number of the pull request; default: that of the workflow', whole),
)
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (file: string, { pr, site }: { pr?: number; site: string }) => {
    const result = readResult(file)
    const pull = pullRequestOf(process.env, pr)
    console.log(done[await comment(result, pull, { site, env: process.env })])
  })
