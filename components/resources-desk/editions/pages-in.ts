/** How many pages a file has; null where it has none, or they are not counted. */
export const pagesIn = async (_file: File): Promise<number | null> => null
