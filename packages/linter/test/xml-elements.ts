import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** The elements of a text, as they end; throws where it is not well-formed. */
export function xmlElements(text: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  const open: { attributes: Readonly<Record<string, string>>; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => open.push({ attributes: { ...attributes }, text: '' }))
  parser.on('text', part => {
    const [inner] = open.slice(-1)
    if (inner !== undefined) inner.text += part
  })
  parser.on('closetag', ({ name }) => {
    const inner = open.pop()
    if (inner !== undefined) found.push({ name, ...inner })
  })
  parser.write(text).close()
  return found
}
