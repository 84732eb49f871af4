import { type Context, Hono } from 'hono'
import type { User } from '../directory/types.ts'
import { sendCollection, sendOne } from './collection.ts'
import { groupsOfUser } from './groups.ts'
import { photoOf, photoShape, photoSize } from './photo.ts'
import type { GraphEnv } from './request.ts'
import { userProperties, userShape } from './shapes.ts'

const usual = 648

/** What can be read of one user: below `/me` and `/users/{id}`. */
export function profile(userOf: (c: Context<GraphEnv>) => User) {
  const app = new Hono<GraphEnv>()
  const image = (c: Context<GraphEnv>, size: number) =>
    c.body(new Uint8Array(photoOf(userOf(c), size)), 200, { 'content-type': 'image/png' })
  app.get('/', (c) => sendOne(c, userShape(userOf(c)), userProperties))
  app.get('/memberOf', (c) => sendCollection(c, groupsOfUser(c.var.directory, userOf(c).id)))
  app.get('/transitiveMemberOf', (c) => sendCollection(c, groupsOfUser(c.var.directory, userOf(c).id)))
  app.get('/photo', (c) => c.json(photoShape(userOf(c) && usual)))
  app.get('/photo/$value', (c) => image(c, usual))
  app.get('/photos/:size/$value', (c) => image(c, photoSize(c.req.param('size'))))
  return app
}
