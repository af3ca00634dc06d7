/**
 * Something to be said to the person in their language: an i18n key and its parameters. The domain
 * never makes sentences.
 */
export interface Message {
  readonly key: string;
  readonly params: { readonly [name: string]: string | number };
}

/** Builds a message. In: a key and its parameters (none by default). Out: the message. */
export const message = (key: string, params: Message['params'] = {}): Message => ({ key, params });
