import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where a connection is cut around an append: before PostgreSQL gets it, as soon as PostgreSQL has it, or when
 * PostgreSQL has committed it and the answer is on its way.
 */
export type Cut = 'before' | 'during' | 'after';

const SOCKET = '.s.PGSQL.5432';
/** The server's message that a statement is done and its transaction committed: Z, length 5, idle. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Stands between an application and PostgreSQL's Unix socket, and cuts connections where it is told to. */
export class CuttingProxy {
  cuts = 0;
  private next: { readonly where: Cut; readonly statement: string } | undefined;

  private constructor(
    /** The `host` to connect to. */
    readonly host: string,
    private readonly server: ReturnType<typeof createServer>,
    private readonly sockets: Set<Socket>,
  ) {}

  static async before(serverHost: string): Promise<CuttingProxy> {
    const host = mkdtempSync(join(tmpdir(), 'kronika-cut-'));
    const sockets = new Set<Socket>();
    const server = createServer((client) => proxy.carry(client, connect(join(serverHost, SOCKET))));
    const proxy = new CuttingProxy(host, server, sockets);
    await new Promise<void>((listening) => server.listen(join(host, SOCKET), listening));
    return proxy;
  }

  /** Cuts the connection of the next append, or other statement whose name begins so. */
  cutNext(where: Cut, statement = 'ledger-append'): void {
    this.next = { where, statement };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
    rmSync(this.host, { recursive: true, force: true });
  }

  private carry(client: Socket, server: Socket): void {
    let cutAtAnswer = false;
    const cut = () => {
      this.cuts++;
      client.destroy();
      // What has been handed to the socket still reaches PostgreSQL.
      server.end();
    };
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.end();
      });
    }
    client.on('data', (data) => {
      if (this.next === undefined || !data.includes(this.next.statement)) return void server.write(data);
      const { where } = this.next;
      this.next = undefined;
      if (where === 'before') return cut();
      server.write(data);
      if (where === 'during') return cut();
      cutAtAnswer = true;
    });
    server.on('data', (data) => {
      if (!cutAtAnswer) return void client.write(data);
      if (data.subarray(-READY.length).equals(READY)) cut();
    });
  }
}
