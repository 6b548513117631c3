'use client'

import { useEffect } from 'react'
import { registerCommands, type CommandGroup } from './command.ts'

/** Makes what a part of the page can do known while it is there. */
export function useCommands(title: string, commands: CommandGroup['commands'], pool?: CommandGroup['pool']) {
  useEffect(() => registerCommands({ title, commands, pool }))
}
