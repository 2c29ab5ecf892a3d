import type { Engine } from './engine.ts'
import * as allEngines from './engines/index.ts'
import type { Provider } from './provider.ts'
import * as allProviders from './providers/index.ts'

export const providers: readonly Provider[] = Object.values(allProviders)
export const engines: readonly Engine[] = Object.values(allEngines)
