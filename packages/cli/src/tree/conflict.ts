/**
 * The texts that a file with conflict markers was merged from: ours and theirs, or with their ancestor between them where Git wrote it
 * too. Empty where there are no markers, or they do not fit together. Longer markers, of an ancestor that had conflicts itself, are text.
 */
export function conflictSides(text: string): readonly string[] {
  const lines = text.split('\n')
  const order = lines.map(markerOf).join('')
  const sides = /^(?:<=>)+$/.test(order) ? '<=' : /^(?:<\|=>)+$/.test(order) ? '<|=' : ''
  return [...sides].map(side => sideOf(lines, side))
}

function sideOf(lines: readonly string[], side: string): string {
  let open = '>'
  const kept = lines.filter(line => {
    const marker = markerOf(line)
    if (marker !== '') open = marker
    return marker === '' && (open === '>' || open === side)
  })
  return kept.join('\n')
}

/** The sign that a marker line consists of; nothing for other lines. */
function markerOf(line: string): string {
  return /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/.test(line) ? (line[0] ?? '') : ''
}
