/** The frame a call comes from, as Electron describes it. */
export interface SenderFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: SenderFrame | null;
}

type Handler = (
  event: { sender: unknown; senderFrame: SenderFrame | null },
  ...payload: unknown[]
) => unknown;

/** Stands in for `ipcMain`. */
export class IpcMainDouble {
  readonly #handlers = new Map<string, Handler>();

  get channels(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`A second handler for ${channel}`);
    this.#handlers.set(channel, handler);
  }

  /** In: where a call comes from and what it carries. Out: the reply, or the message of the refusal. */
  async invoke(
    sender: unknown,
    senderFrame: SenderFrame | null,
    channel: string,
    payload: readonly unknown[],
  ): Promise<{ value?: unknown; error?: string }> {
    const handler = this.#handlers.get(channel);
    if (!handler) return { error: `No handler registered for '${channel}'` };
    try {
      return { value: await handler({ sender, senderFrame }, ...payload) };
    } catch (error) {
      return { error: String(error) };
    }
  }
}
