import { randomUUID } from 'node:crypto'

/** Does work whose output the runner must not obey, whatever manifests make it say: nothing but the secret word ends that. */
export async function guarded<T>(
  write: (text: string) => void,
  work: (write: (text: string) => void) => Promise<T>,
): Promise<T> {
  const word = randomUUID()
  let last = '\n'
  write(`::stop-commands::${word}\n`)
  try {
    return await work(text => {
      last = text.at(-1) ?? last
      write(text)
    })
  } finally {
    write(`${last === '\n' ? '' : '\n'}::${word}::\n`)
  }
}
