export type { Extension, ExtensionContext, Extensions } from './extension.ts'
export { engines, providers } from './registry.ts'
export { type Rendering, refuse, render } from './render.ts'
export { bundled, type Toolkit } from './synth.ts'
