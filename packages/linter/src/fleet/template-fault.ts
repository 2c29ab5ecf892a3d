import type { Source } from '@espalier/model'
import type { TextFault } from './fleet.ts'

/** What to say in place of the faults of a text in which something is still to be filled in; undefined for any other text. */
export function templateFault(source: Source): TextFault | undefined {
  const offset = source.text.search(/\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/)
  if (offset < 0) return undefined
  const mark = source.text.slice(offset, offset + 2)
  const message = `this is a template and no manifest yet: what stands in ${mark} … has to be filled in, by Helm or whatever renders it`
  return { at: { source, doc: 0, path: [], offset }, message, kind: 'template' }
}
