import { ApiObject, App, Chart } from 'cdk8s'
import type { Toolkit } from './synth.ts'

/** The copy of cdk8s that comes with us, for extensions that have none beside them. */
export const toolkit: Toolkit = { ApiObject, App, Chart }
