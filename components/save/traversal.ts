/** Told at the window when the tab has moved in its history, before the router hears of it; it never does if cancelled. */
export const TRAVERSAL = 'lifeguard:traversal'
