import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { RequestHandler } from 'express'
import express from 'express'
import { listen } from '../../http/listen.ts'
import { browser } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import type { ClientOutcome, Runner, Target } from './outcome.ts'
import { short } from './passport.ts'

const require = createRequire(import.meta.url)
const { auth }: { auth: (config: object) => RequestHandler } = require('express-openid-connect')

interface WithUser {
  oidc: {
    user?: Record<string, unknown>
    fetchUserInfo(): Promise<unknown>
    accessToken: { refresh(): Promise<unknown> }
  }
}

/** An application as the library's documentation has it, that tells errors as text. */
async function startApplication({ issuer, clientId, clientSecret, refresh }: Target) {
  const app = express()
  const server = createServer(app)
  const port = await listen(server)
  const home = `http://localhost:${port}`
  app.use(
    auth({
      issuerBaseURL: issuer,
      baseURL: home,
      clientID: clientId,
      clientSecret,
      secret: 'a long secret of the application under test',
      authRequired: false,
      idpLogout: true,
      httpTimeout: 5000,
      authorizationParams: {
        response_type: 'code',
        scope: `openid profile email${refresh ? ' offline_access' : ''}`,
      },
    }),
  )
  app.get('/', async (req, res) => {
    const { oidc } = req as unknown as WithUser
    if (oidc.user && req.query.do === 'refresh') await oidc.accessToken.refresh()
    if (oidc.user && req.query.do === 'userinfo') await oidc.fetchUserInfo()
    res.json(oidc.user ?? null)
  })
  const onError: express.ErrorRequestHandler = (error, _req, res, _next) =>
    void res.status(500).send(`error: ${error.message}`)
  app.use(onError)
  return { home, stop: () => void server.close() }
}

/** express-openid-connect in an Express application: log in, userinfo, refresh and logout when asked for. */
export const expressOpenidConnect: Runner = async (target): Promise<ClientOutcome> => {
  const { home, stop } = await startApplication(target)
  const person = browser()
  const refusal = (step: 'discovery' | 'login' | 'userinfo' | 'refresh' | 'logout', text: string) =>
    ({ accepted: false, step, reason: short(text.replace(/^error: /, '')) }) as const
  try {
    const begun = await person.open(`${home}/login`)
    if (begun.html.startsWith('error: ')) return refusal('discovery', begun.html)
    const page = await signInAt(person, begun.url, 'nowhere:', target.person)
    if (page.html.startsWith('error: ')) return refusal('login', page.html)
    for (const step of target.refresh ? (['userinfo', 'refresh'] as const) : (['userinfo'] as const)) {
      const answer = await person.open(`${home}/?do=${step}`)
      if (answer.status !== 200) return refusal(step, answer.html)
    }
    const user = JSON.parse((await person.open(home)).html)
    if (user === null) return refusal('login', 'no session')
    const out = target.leave ? await person.open(`${home}/logout`) : undefined
    if (out && out.html !== 'null') return refusal('logout', `stopped at ${out.url}`)
    return { accepted: true, claims: user }
  } finally {
    stop()
  }
}
