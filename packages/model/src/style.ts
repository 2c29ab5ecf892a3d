type Paint = (text: string) => string

/** How texts for people are coloured; whoever prints decides whether they are. */
export interface Style {
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly yellow: Paint
  readonly blue: Paint
  readonly green: Paint
  readonly cyan: Paint
}

const plain: Paint = text => text

/** No colours: for files, pipes and tests. */
export const plainStyle: Style = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  blue: plain,
  green: plain,
  cyan: plain,
}
