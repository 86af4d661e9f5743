import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Asks a server and waits for the last byte of the answer. */
export function fetchAll(url: string, body?: unknown): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const asked = request(
      url,
      {
        agent,
        method: sent === undefined ? 'GET' : 'POST',
        ...(sent !== undefined && {
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) },
        }),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(parts);
          if (response.statusCode === 200) resolve(whole);
          else reject(new Error(`${url} answered ${response.statusCode}: ${whole.toString('utf8', 0, 500)}`));
        });
      },
    );
    asked.on('error', reject);
    asked.end(sent);
  });
}

export function closeConnections(): void {
  agent.destroy();
}
