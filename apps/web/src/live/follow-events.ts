import { headersFor } from '../api/get-json.ts';

type Ears = { readonly opened: () => void; readonly heard: () => void };

/** Reads the stream until it ends. Not an EventSource: that could not carry the token. */
export const followEvents = async (signal: AbortSignal, { opened, heard }: Ears): Promise<void> => {
  const response = await fetch('/events', {
    headers: { ...headersFor('zh'), Accept: 'text/event-stream' },
    signal,
  });
  if (!response.ok || response.body === null) throw new Error(`/events answered ${response.status}`);
  opened();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    // Lines that begin with a colon only keep the connection open.
    if (/^data:/m.test(value)) heard();
  }
};
