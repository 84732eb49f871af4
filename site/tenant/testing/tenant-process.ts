/** A tenant with its mail server as a process: node --import tsx tenant-process.ts <DATABASE_URL> <folder> <origin>. It prints its port. */
import { startMailbox } from '../../mailbox/start-mailbox.ts'
import { keepMail } from '../keep-mail.ts'
import { startTenant } from '../start-tenant.ts'
import { openStore } from '../store/open-store.ts'

const [databaseUrl, folder = '', origin = ''] = process.argv.slice(2)
const store = await openStore({ folder, databaseUrl })
const mailbox = await startMailbox({ port: 0, ...keepMail(store) })
const smtp = { host: '127.0.0.1', port: mailbox.port }
const { listening } = await startTenant({ port: 0, store, smtp, origin })
console.log(new URL(listening).port)
