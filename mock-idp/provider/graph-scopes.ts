/** Microsoft Graph, by its address and its client id. */
export const graphNames = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'] as const

/** Delegated permissions of Graph that clients may ask for here (learn.microsoft.com/graph/permissions-reference). */
const permissions = [
  ...['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite', 'User.ReadWrite.All'],
  ...['Group.Read.All', 'Group.ReadWrite.All', 'GroupMember.Read.All', 'GroupMember.ReadWrite.All'],
  ...['Directory.Read.All', 'Directory.ReadWrite.All', 'Directory.AccessAsUser.All'],
  ...['Application.Read.All', 'Application.ReadWrite.All', 'RoleManagement.Read.Directory'],
  ...['Mail.Read', 'Mail.ReadBasic', 'Mail.ReadWrite', 'Mail.Send', 'MailboxSettings.Read'],
  ...['MailboxSettings.ReadWrite', 'Calendars.Read', 'Calendars.ReadWrite', 'Contacts.Read'],
  ...['Contacts.ReadWrite', 'People.Read', 'Presence.Read', 'Tasks.Read', 'Tasks.ReadWrite'],
  ...['Files.Read', 'Files.Read.All', 'Files.ReadWrite', 'Files.ReadWrite.All'],
  ...['Sites.Read.All', 'Sites.ReadWrite.All', 'Notes.Read', 'Notes.ReadWrite'],
  ...['Chat.Read', 'Chat.ReadWrite', 'Team.ReadBasic.All', 'OnlineMeetings.ReadWrite'],
  ...['AuditLog.Read.All', 'Policy.Read.All', 'Reports.Read.All'],
]

const known = new Set([...permissions, '.default'].map((name) => name.toLowerCase()))

/** Graph doesn't mind the case of a permission. */
export const isGraphPermission = (name: string): boolean => known.has(name.toLowerCase())

/** Every way to write them that clients have: as documented and in lower case, with and without Graph's address. */
export const graphScopes: readonly string[] = [
  ...permissions,
  ...permissions.map((name) => name.toLowerCase()),
]
  .concat('.default')
  .flatMap((name) => [name, ...graphNames.map((graph) => `${graph}/${name}`)])
