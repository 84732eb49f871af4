import { Hono } from 'hono'
import { ConfigError } from '../config/errors.ts'
import { DirectoryFull } from '../directory/room.ts'
import { AnswerQueueFull, RequestQueueEmpty } from '../log/requests.ts'
import { UnknownDirectory, UnknownEntry, UnknownMisbehaviour } from '../mock-idp.ts'
import { TokenRefused } from '../operations/issue-tokens-for.ts'
import { applications } from './applications.ts'
import { directories } from './directories.ts'
import { type ControlEnv, ControlError } from './env.ts'
import { groups } from './groups.ts'
import { observe } from './observe.ts'
import { people } from './people.ts'
import { users } from './users.ts'

const missing = [UnknownDirectory, UnknownEntry, RequestQueueEmpty]
const full = [AnswerQueueFull, DirectoryFull]
const wrong = [UnknownMisbehaviour, ConfigError, TokenRefused]

/** The control API. Answers and bodies are JSON; a refusal is `{ error, message }`. */
export const controlApp = new Hono<ControlEnv>().basePath('/_control')

controlApp.onError((error, c) => {
  const code = 'code' in error ? String(error.code) : ''
  const answer = { error: code, message: error.message }
  if (error instanceof ControlError) return c.json(answer, error.status)
  if (missing.some((kind) => error instanceof kind)) return c.json(answer, 404)
  if (full.some((kind) => error instanceof kind)) return c.json(answer, 409)
  if (wrong.some((kind) => error instanceof kind)) return c.json(answer, 400)
  throw error
})
controlApp.notFound((c) =>
  c.json(
    { error: 'NOT_FOUND', message: `${c.req.method} ${c.req.path} is no call of the control API.` },
    404,
  ),
)

controlApp.route('/', observe)
controlApp.route('/directories', directories)
controlApp.route('/directories/:id/users', users)
controlApp.route('/directories/:id/groups', groups)
controlApp.route('/directories/:id/applications', applications)
controlApp.route('/directories/:id', people)
