import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Source } from '@espalier/model'

/** A second thread that holds texts against schemas while this one reads on. */
export interface SchemaThread {
  /** Those of some texts whose objects are surely clean; to be asked once. */
  ask(sources: Iterable<Source>): Promise<readonly Source[]>
}

/** Fewer files are done with before the thread has begun. */
const worthwhile = 2000

interface Situation {
  readonly files: number
  readonly processors?: number
  /** The module that the thread runs. */
  readonly worker?: string
}

/** Undefined where a second thread would not help. */
export function schemaThread({
  files,
  processors = availableParallelism(),
  worker: name = import.meta.url.endsWith('.ts') ? 'schema-worker.ts' : 'schema-worker.js',
}: Situation): SchemaThread | undefined {
  if (files < worthwhile || processors < 2) return undefined
  const worker = new Worker(new URL(name, import.meta.url))
  // A run that ends before it asks must not wait.
  worker.unref()
  const answer = new Promise<readonly boolean[]>(resolve => {
    worker.once('message', resolve)
    // Nothing is lost with it: whatever is not known to be clean is held against its schema here.
    worker.once('error', () => resolve([]))
    worker.once('exit', () => resolve([]))
  })
  return {
    async ask(sources) {
      const asked = [...sources]
      worker.ref()
      worker.postMessage(asked.map(({ text }) => text))
      const clean = await answer
      return asked.filter((_, index) => clean[index])
    },
  }
}
