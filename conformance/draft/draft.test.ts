import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack } from '../packs/load-pack.ts'
import { draftPack } from './draft-pack.ts'
import { filesOf } from './write-pack.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-draft-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0

/** Drafts a page, writes the pack, and loads it as an author would: `definePack` refuses what does not fit together. */
async function drafted(page: string) {
  const own = join(folder, `pack-${count++}`)
  mkdirSync(own)
  const source = join(own, 'page.md')
  writeFileSync(source, page)
  for (const [name, text] of Object.entries(filesOf(draftPack([source], 'drafted'))))
    writeFileSync(join(own, name), text)
  return (await loadPack(own)).pack
}

test('both branches of a choice end on one page, where the next step goes on', async () => {
  const pack = await drafted(`# Harbour

## Register a device

1. Go to the **Devices** page at \`https://harbour.example/devices\`.
2. Do one of the following:
   - To register with a code, click **Use a code** and enter the code into **One-time code**.
   - To register with a key, click **Use a security key** and touch it.
3. Click **Register**. The **Device registered** page is displayed.
`)
  const [flow] = pack.flows
  expect(Object.values(flow?.events ?? {}).map(({ press }) => press)).toContain('Register')
  expect(Object.values(pack.screens).map(({ heading }) => heading)).toContain('Devices')
})

test.each(['Delete', 'Screens', 'Pack', 'Events', 'Setup', 'Drafted', '1st login', '日本語'])(
  'a procedure that is called “%s” is loaded',
  async (title) => {
    const page = `# Harbour\n\n## ${title}\n\n1. Open the **Shop** page.\n2. Click **Order**.\n`
    expect((await drafted(page)).flows.map((flow) => flow.title)).toEqual([title])
  },
)

test('titles in another script get ids that differ', async () => {
  const steps = '1. 打开商店。\n2. 点击**订购**。\n'
  const { flows } = await drafted(`# 手册\n\n## 下单\n\n${steps}\n## 付款\n\n${steps}`)
  expect(flows.map(({ id, title }) => [id, title])).toEqual([
    ['procedure-1', '下单'],
    ['procedure-2', '付款'],
  ])
})

const sentences = [
  'Go to the **Fleet** page.',
  'Open the **Crew** page.',
  'On the **Crew** page, click **Edit**.',
  'Click **Next**.',
  'Click **Save** and then click **Close**.',
  'Enter a name into the **Name** field.',
  'Type your password into **Password**, then click **Confirm**.',
  'Select **Blue** from the **Colour** list and click **Apply**.',
  'Click **Send**. The **Sent** page is displayed.',
  'Click **Yes** or **No**.',
  'Do one of the following:\n   - Click **By mail**.\n   - Enter the code into **Code** and click **Check**.',
  'Do one of the following:\n   - Click **Early** and enter a day into **Day**.\n   - Click **Late**.\n   - Choose **Never** from the **When** list.',
  'Open the **Welcome** mail and click **Start**.',
  'In the **Welcome** mail, click **Start**.',
  'Scan the QR code with your app.',
  'Wait a minute.',
  'Enter your password in the **Secret phrase** field.',
]

test('a sentence says what a field holds, where a procedure begins, and which page is shown', async () => {
  const pack = await drafted(`# Heron

## How to log in

1. The **Welcome back aboard** page opens.
2. Enter your password in the **Secret phrase** field and your nickname in the **Perch** field.
3. Click **Let me in**. The **Your nest** page opens.
4. Click **Fly off**.
5. You are back at **Welcome back aboard**.
`)
  const [flow] = pack.flows
  const headings = Object.values(pack.screens).map(({ heading }) => heading)
  expect(headings).toEqual(['Nothing is open yet', 'Welcome back aboard', 'Your nest'])
  const fields = pack.screens['welcome-back-aboard']?.fields ?? []
  expect(fields.find(({ label }) => label === 'Secret phrase')?.holds).toBe('password')
  const gaps = flow?.gaps.map(({ text }) => text).join() ?? ''
  expect(gaps).not.toContain('separate page')
})

test('a label is what is bold, not the words behind it', async () => {
  const pack = await drafted(
    '# Page\n\n## Remove\n\n1. On the **Devices** page, click **Remove** next to the device.\n2. Click **Confirm**.\n',
  )
  const [flow] = pack.flows
  expect(Object.values(flow?.events ?? {}).map(({ press }) => press)).toContain('Remove')
})

test('whatever steps a page has, the pack that is drafted holds together', async () => {
  const steps = fc
    .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 7 })
    .map((all) => ['Click **Begin**.', ...all])
  const procedures = fc.array(steps, { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(procedures, async (all) => {
      const page = all.map(
        (own, n) => `## Procedure ${n + 1}\n\n${own.map((one, i) => `${i + 1}. ${one}`).join('\n')}`,
      )
      const pack = await drafted(`# Page\n\n${page.join('\n\n')}\n`)
      expect(pack.flows.length).toBe(all.length)
    }),
    { numRuns: 40, seed: 7 },
  )
}, 60_000)
