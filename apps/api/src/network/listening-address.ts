/** Why the server does not start. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  constructor(
    readonly code: 'OPEN_WITHOUT_AUTHENTICATION' | 'INVALID_PORT' | 'PORT_IN_USE',
    message: string,
  ) {
    super(message);
  }
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Nobody is asked who they are yet: only this machine may ask, unless the operator says otherwise. @throws StartRefused */
export function checkListeningAddress(host: string, port: number, allowOpen: boolean): void {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartRefused('INVALID_PORT', `${port} is not a port: 0 to 65535.`);
  }
  if (isLoopback(host) || allowOpen) return;
  throw new StartRefused(
    'OPEN_WITHOUT_AUTHENTICATION',
    `Refusing to listen on ${host}: anyone who reaches it could read and record everything, since there is no ` +
      'authentication. Listen on 127.0.0.1, or set KRONIKA_ALLOW_OPEN=1 if something in front of it checks who asks. ' +
      `(Servern startar inte på ${host} utan inloggning: vem som helst skulle kunna läsa och registrera.)`,
  );
}
