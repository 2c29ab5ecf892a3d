/** Breaks a text between words so that no line passes `width`; `first` columns of the first line are taken, later ones are indented. */
export function wrap(text: string, width: number, first: number, indent: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let start = first
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (start + longer.length <= width || (line === '' && start <= indent)) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
    start = indent
  }
  lines.push(line)
  return lines.map((one, index) => (index === 0 ? one : `${' '.repeat(indent)}${one}`))
}
