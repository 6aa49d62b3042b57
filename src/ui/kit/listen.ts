type EventMap = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>;

type Listeners = { readonly [Type in keyof EventMap]?: (event: EventMap[Type]) => void };

/** Returns how to stop listening. */
export function listen(target: EventTarget, listeners: Listeners, options?: AddEventListenerOptions): () => void {
  const all = Object.entries(listeners) as [string, (event: Event) => void][];
  for (const [type, listener] of all) target.addEventListener(type, listener, options);
  return () => {
    for (const [type, listener] of all) target.removeEventListener(type, listener, options);
  };
}
