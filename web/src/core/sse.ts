// Server-sent events of a fetch answer; EventSource can neither post nor carry a token.
export interface ServerEvent {
  event: string
  data: string
}

export async function* events(response: Response): AsyncGenerator<ServerEvent> {
  if (!response.body) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += value.replaceAll('\r', '')
      let end: number
      while ((end = text.indexOf('\n\n')) >= 0) {
        const event = parse(text.slice(0, end))
        text = text.slice(end + 2)
        if (event) yield event
      }
    }
  } finally {
    void reader.cancel().catch(() => {})   // leaving early stops the generation
  }
}

function parse(block: string): ServerEvent | undefined {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim()
    else if (line.startsWith('data:')) data.push(line.slice(5).trimStart())
  }
  return data.length > 0 ? { event, data: data.join('\n') } : undefined   // comments keep the line open
}
