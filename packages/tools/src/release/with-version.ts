/** A text with every espalier it names, as a package or by a tag, in this version; throws where it names none. */
export function withVersion(text: string, version: string): string {
  const named = /(?<=espalier@v?|rev: v)\d+\.\d+\.\d+(?:-[\w.]+)?/g
  if (!named.test(text)) throw new Error('nothing here names a version of espalier')
  return text.replaceAll(named, version)
}
