import type { Io } from './io.ts'

/** Says what is being done, to who watches a terminal, once the work has taken a second. */
export interface Progress {
  tick(what: string): void
  /** Leaves nothing behind on the terminal. */
  end(): void
}

const patience = 1000
const pause = 100

export function progressOf({ watched, now, err, errWidth: width }: Io): Progress {
  let next = now() + patience
  let shown = false
  return {
    tick(what) {
      if (!watched || now() < next) return
      next = now() + pause
      shown = true
      err(`\r\u001b[2K${what.slice(0, width - 1)}`)
    },
    end() {
      if (shown) err('\r\u001b[2K')
      shown = false
    },
  }
}
