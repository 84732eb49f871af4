import { type Context, Hono } from 'hono'
import type { User } from '../directory/types.ts'
import { sendCollection, sendCount, sendOne } from './collection.ts'
import { groupsOfUser } from './groups.ts'
import { memberOfInput } from './input.ts'
import { checkOptions } from './options.ts'
import { photoOf, photoProperties, photoShape, photoSize } from './photo.ts'
import { type GraphEnv, read } from './request.ts'
import { userProperties, userShape } from './shapes.ts'

const usual = 648

/** What can be read of one user: below `/me` and `/users/{id}`. */
export function profile(userOf: (c: Context<GraphEnv>) => User) {
  const app = new Hono<GraphEnv>()
  const groups = (c: Context<GraphEnv>) => groupsOfUser(c.var.directory, userOf(c).id)
  function image(c: Context<GraphEnv>, size: number) {
    checkOptions(c, [])
    return c.body(new Uint8Array(photoOf(userOf(c), size)), 200, { 'content-type': 'image/png' })
  }
  app.get('/', (c) => sendOne(c, userShape(userOf(c)), userProperties))
  // No group is in another one, so that both are the same.
  for (const path of ['/memberOf', '/transitiveMemberOf']) {
    app.get(path, (c) => sendCollection(c, groups(c)))
    app.get(`${path}/$count`, (c) => sendCount(c, groups(c)))
  }
  app.get('/photo', (c) => sendOne(c, photoShape(userOf(c) && usual), photoProperties))
  app.get('/photo/$value', (c) => image(c, usual))
  app.get('/photos/:size/$value', (c) => image(c, photoSize(c.req.param('size'))))
  // What an application asks when a token says that there are too many groups for it (learn.microsoft.com/graph/api/directoryobject-getmemberobjects).
  for (const path of ['/getMemberGroups', '/getMemberObjects'])
    app.post(path, async (c) => {
      await read(memberOfInput, c.req)
      return c.json({ value: groups(c).rows.map(({ id }) => id) })
    })
  return app
}
