/** As many sections as fit in so many characters, in their order, and what is said of the others; the foot is always there. */
export function fitting(
  sections: readonly string[],
  foot: string,
  longest: number,
  say: (left: number) => string,
): string {
  const between = '\n\n'
  const room = longest - foot.length - say(sections.length).length - 3 * between.length
  const taken: string[] = []
  let used = 0
  for (const section of sections) {
    if (used + section.length > room) continue
    taken.push(section)
    used += section.length + between.length
  }
  const left = sections.length - taken.length
  return [...taken, ...(left === 0 ? [] : [say(left)]), foot].join(between)
}
