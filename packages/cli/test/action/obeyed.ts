/** A workflow command as the runner understood it. */
export interface Obeyed {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly text: string
}

/** The commands that a runner finds in a log and obeys: not those between stop-commands and its word. */
export function obeyed(log: string): readonly Obeyed[] {
  const found: Obeyed[] = []
  let word: string | undefined
  for (const line of log.split('\n')) {
    const command = parse(line.trim())
    if (command === undefined) continue
    if (word !== undefined) {
      if (command.name === word) word = undefined
    } else if (command.name === 'stop-commands') word = command.text
    else found.push(command)
  }
  return found
}

function parse(line: string): Obeyed | undefined {
  const [, name = '', list = '', text = ''] = /^::([^ :]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? []
  if (name === '') return undefined
  const pairs = list.split(',').map(pair => pair.split('='))
  const properties = Object.fromEntries(pairs.map(([key = '', value = '']) => [key, unescaped(value)]))
  return { name, properties, text: unescaped(text) }
}

function unescaped(text: string): string {
  const codes: Readonly<Record<string, string>> = { 25: '%', '0D': '\r', '0A': '\n', '3A': ':', '2C': ',' }
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_, code) => codes[code] ?? '')
}
