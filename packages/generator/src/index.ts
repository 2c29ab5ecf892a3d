export { engines, providers } from './registry.ts'
export { type Rendering, refuse, render } from './render.ts'
