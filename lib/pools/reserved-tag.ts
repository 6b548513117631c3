/** Tags that AWS itself sets: nobody else may add, change or remove them, and they count towards no limit. */
export const isReservedTag = (key: string): boolean => /^aws:/i.test(key)
