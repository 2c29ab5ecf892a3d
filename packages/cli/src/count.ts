/** `1 cluster`, `2 clusters`, `3 TargetGroupPolicies`. */
export function count(many: number, noun: string): string {
  return `${many} ${many === 1 ? noun : plural(noun)}`
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /s$/.test(noun) ? `${noun}es` : `${noun}s`
}
