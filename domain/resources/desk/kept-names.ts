/** Names that stand in addresses, of readers or of the desk, beside a resource's own. */
export const keptNames: readonly string[] = ['archive', 'desk', 'new']
