import katex from 'katex'

const longestFormula = 2_000
/** Macros that double each other would fill the memory. */
const mostExpansions = 500

/** LaTeX as MathML, which browsers show without fonts or scripts; null for what is none, and stays the text that it is. */
export function mathOf(latex: string, displayMode: boolean): string | null {
  if (latex.length > longestFormula) return null
  try {
    return katex.renderToString(latex, {
      output: 'mathml',
      displayMode,
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: mostExpansions,
      maxSize: 20,
    })
  } catch {
    // Whatever KaTeX cannot read, or gives up on for its depth, is shown as it was typed.
    return null
  }
}
