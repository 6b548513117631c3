const channels = new Map<string, BroadcastChannel>()

/** One for both directions: what a channel says it does not hear itself. */
function channelOf(topic: string): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  const channel = channels.get(topic) ?? new BroadcastChannel(`lifeguard ${topic}`)
  channels.set(topic, channel)
  return channel
}

/** Tells the other tabs of this browser something that can be cloned. */
export const tellOtherTabs = (topic: string, message: unknown): void => channelOf(topic)?.postMessage(message)

/** Hears what other tabs tell, which may be of another version. Returns the disconnect. */
export function onOtherTabs(topic: string, listener: (message: unknown) => void): () => void {
  const channel = channelOf(topic)
  const hear = ({ data }: MessageEvent) => listener(data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
