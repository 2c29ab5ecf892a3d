export { json } from './json.ts'
export { junit } from './junit.ts'
export { text } from './text.ts'
