/** Each a button at the door, and the script that it runs: a page that never lets anybody go on. */
export const hangs: Readonly<Record<string, string>> = {
  'Loop here': 'for (;;);',
  'Loop there': "location = '/inside?loop'",
  'Alert for ever': "for (;;) alert('Once more')",
  'Alert there': "location = '/inside?alert'",
  'Open windows': "setInterval(() => window.open('/windows'), 20)",
  'Get no answer': "location = '/silence'",
  'Wait for a part': "location = '/inside?part'",
  'Read for ever': "location = '/stream'",
  'Reload for ever': "location = '/reload'",
}
