/** What whoever deletes by age has to know, wherever they decide it. */
export const NO_LAST_USE = 'AWS tells no last use: a guest who comes daily can look as old as one who never returned.'
