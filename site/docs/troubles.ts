import type { CheckErrorCode } from '../../conformance/errors.ts'
import type { PlanErrorCode } from '../../conformance/plan/errors.ts'

interface Trouble {
  title: string
  cause: string
  fix: string
}

/** What ends a command without a verdict: why, and what to do. */
export const troubles: Readonly<Record<CheckErrorCode | PlanErrorCode, Trouble>> = {
  'browser-missing': {
    title: 'There is no browser',
    cause: 'Doorstep found no Chromium: not by CHROMIUM_PATH, not Playwright’s own, and not the system’s.',
    fix: 'Run "npx playwright install chromium-headless-shell", or set CHROMIUM_PATH to the browser that you have. On a CI, run the first in a step before the check.',
  },
  'target-unstartable': {
    title: 'The target could not be started',
    cause:
      'The function "start" of the profile threw an error, or did not answer an address. Of the bundled tenant, one of its servers did not start.',
    fix: 'Read what comes after the colon: it is the error of your function. Start the deployment by hand to see it alone. If it already runs, leave out "start" and set "url".',
  },
  'target-unreachable': {
    title: 'The login page cannot be opened',
    cause: '"doorstep init" opens the address that you gave, and nothing answered there.',
    fix: 'Start the deployment or correct the address. With --no-look, init writes the profile without looking.',
  },
  'profile-unreadable': {
    title: 'The profile cannot be read',
    cause:
      'There is no file of that name here, or loading it throws an error: a syntax error, or an import that is not there.',
    fix: 'Name the file with --config, or write one with "npx doorstep init". If the message has an error of your code, mend that first.',
  },
  'profile-invalid': {
    title: 'A key of the profile is wrong',
    cause:
      'The profile has a key that does not exist, or a value of the wrong kind. The sentence names the key, the value, and what it must be.',
    fix: 'Correct the key. The page “Profile” has all of them, and "npx doorstep list screens" prints the names that "screens" takes.',
  },
  'pack-unreadable': {
    title: 'The pack cannot be read',
    cause:
      'The folder that --pack or the profile names has no pack, or a file of it throws an error when it is loaded.',
    fix: 'Name the folder that "doorstep draft" wrote. If the message has an error of the pack, mend that first.',
  },
  'pack-invalid': {
    title: 'The pack is not complete',
    cause:
      'The pack was loaded, but it exports nothing that "definePack" made, has no flow to begin with, or uses a value that nothing defines.',
    fix: 'Export the pack with "definePack({ … })". "npx doorstep plan --pack FOLDER" reads it again in a second.',
  },
  'bundler-missing': {
    title: 'A pack of your own needs esbuild',
    cause:
      'A flow as one file holds its pack as a script for browsers. Doorstep brings that of the bundled pack along; esbuild makes that of yours, and is not installed.',
    fix: 'Run "npm install --save-dev esbuild", then "npx doorstep export" again.',
  },
  'machine-unreadable': {
    title: 'The machine cannot be read',
    cause:
      'The file that "doorstep plan FILE" names does not exist, exports no machine of XState 5, or exports several.',
    fix: 'Export the machine, and choose among several with --machine NAME.',
  },
  'docs-unreadable': {
    title: 'The documentation cannot be read',
    cause: 'A path or an address that --docs names does not exist, or has no page in Markdown or HTML.',
    fix: 'Name a file, or a folder with pages. A page that a script writes has to be saved from the browser first.',
  },
  'unknown-flow': {
    title: 'There is no such flow',
    cause:
      'The packs of this call have no flow with that id. A profile with its own packs does not have the bundled ones.',
    fix: 'Take one of the ids in the message. With a pack of your own, add --pack or --config.',
  },
  'unknown-check': {
    title: 'There is no such check',
    cause: 'No check has that id. Ids have a group and a number, such as LNK1.',
    fix: 'Take an id from the page “Checks”, or from "npx doorstep list checks".',
  },
  'unknown-defect': {
    title: 'There is no such defect',
    cause: '--defect takes the name of a fault that can be seeded in the bundled tenant.',
    fix: 'Take a name from the message.',
  },
  'bad-option': {
    title: 'An option does not fit',
    cause:
      'Options contradict each other, one lacks its partner, or a value is none of those that are possible.',
    fix: 'The sentence says which option and what it must be. The page “Commands” has all of them.',
  },
  'answer-missing': {
    title: 'init needs an answer',
    cause: 'Without a terminal nothing can be asked, and an option that has no usual answer is missing.',
    fix: 'Add the options that the message names, or call "npx doorstep init" at a terminal.',
  },
  'files-exist': {
    title: 'A file is there already',
    cause: 'Commands never overwrite what they have not written themselves.',
    fix: 'Name another folder, move the file away, or let "init" write a new one beside it with --beside.',
  },
  'report-unwritable': {
    title: 'The report cannot be written',
    cause:
      'The folder of the file does not exist, or you may not write there. Doorstep looks before it walks, so no time is lost.',
    fix: 'Create the folder, or name another file.',
  },
  'result-unreadable': {
    title: 'A kept result cannot be read',
    cause: 'The file was not written by --json, is cut off, or is the result of another version of Doorstep.',
    fix: 'Name a file that "doorstep check --json" wrote, or run the check again.',
  },
  'baseline-unreadable': {
    title: 'The baseline cannot be read',
    cause: 'The file of --baseline does not exist yet, or is not a baseline.',
    fix: 'Write it once with "--baseline FILE --update-baseline", and keep it with your profile.',
  },
  'record-unreadable': {
    title: 'The record belongs to another run',
    cause:
      '--resume continues only a run of the same version, model, profile and defect. One of them has changed.',
    fix: 'Delete the file to start over, or name another one.',
  },
  'shards-differ': {
    title: 'The shards are not of one run',
    cause:
      'The results that "doorstep merge" got are of different runs, of different options, or one is missing.',
    fix: 'Call every shard with the same options and the same commit, and merge all of them.',
  },
  'run-unfinished': {
    title: 'The run did not begin, or did not end',
    cause:
      'Playwright Test stopped before there were verdicts. Two versions of @playwright/test in one project are a known cause.',
    fix: 'Read what comes after the colon. "npm ls @playwright/test" must show one version.',
  },
  interrupted: {
    title: 'Somebody stopped the command',
    cause: 'Ctrl-C or SIGTERM came before anything was walked or written.',
    fix: 'Call it again. With --resume, a check continues where it stopped.',
  },
  'github-refused': {
    title: 'GitHub refused the comment',
    cause: '"doorstep comment" has no token, or the token may not write to pull requests.',
    fix: 'Set GITHUB_TOKEN, and give the job the permission "pull-requests: write".',
  },
  'too-large': {
    title: 'The plan would be too large',
    cause:
      'A machine with many states has too many paths at this depth. The sentence says how many steps there would be.',
    fix: 'Plan each transition once with --written, choose a lesser --depth, stop at a state with --until, or allow more with --max-total.',
  },
  'bad-machine': {
    title: 'The machine cannot be started',
    cause:
      'It needs an input that it did not get, throws when it starts, or never comes to rest because "always" goes in a circle.',
    fix: 'Give its inputs with --input NAME=JSON, and start the machine alone to see the error.',
  },
  'bad-graph': {
    title: 'The graph does not fit together',
    cause: 'In "planGraph", an edge or an initial node has a number that no node has.',
    fix: 'Numbers of nodes begin with 0 and end before "nodes".',
  },
  'unknown-id': {
    title: 'An id is not in the plan',
    cause: 'In "replan", an id in "failed" or "covered" is not of this machine.',
    fix: 'Use the ids that the plan gives to its steps.',
  },
  'unknown-plan': {
    title: 'The plan is a copy',
    cause: '"replan" continues from the plan that "plan" returned, not from a copy or from JSON.',
    fix: 'Keep the object, and pass it on.',
  },
}
