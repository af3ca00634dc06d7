import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerFrom, refusal, type Answer } from '../static/site';

const HOST = '127.0.0.1';

export interface Running {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export type ListenFailure = 'taken' | 'denied';

/**
 * Serves the built renderer to a browser on this machine, and to nobody else.
 * In: the folder and a port of 1–65535. Out: the running server, or why the port cannot be had.
 */
export async function serve(folder: string, port: number): Promise<Running | ListenFailure> {
  const server = createServer((request, response) => {
    answer(folder, port, request)
      .then((found) => send(response, found))
      .catch((error: unknown) => {
        console.error(`${request.method} ${request.url}:`, error);
        send(response, refusal(500, 'The page could not be read.'));
      });
  });
  const failure = await listen(server, port);
  return failure ?? { port, close: () => close(server) };
}

async function answer(folder: string, port: number, request: IncomingMessage): Promise<Answer> {
  // A foreign site can point its own name at 127.0.0.1; its pages must not read ours.
  const hosts = [`${HOST}:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return refusal(421, `This server is ${hosts[0]}.`);
  const [path = ''] = (request.url ?? '').split('?');
  return answerFrom(folder, request.method ?? '', path);
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

function listen(server: Server, port: number): Promise<ListenFailure | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EACCES') resolve('denied');
      else reject(error);
    });
    server.listen(port, HOST, () => resolve(undefined));
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
