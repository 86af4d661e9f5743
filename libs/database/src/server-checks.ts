import type pg from 'pg';
import { DatabaseError, errorCode } from './database-error.js';

/** The role the application works under: it may do what migrations grant it and no more. */
export const applicationRole = 'kronika_app';

/**
 * Refuses a server that may lose committed work.
 * @throws DatabaseError DATABASE_UNSAFE, naming the settings
 */
export async function refuseUnsafeServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
      order by name`,
  );
  if (rows.length === 0) return;
  const settings = rows.map(({ name }) => `${name} = off`).join(', ');
  throw new DatabaseError(
    'DATABASE_UNSAFE',
    `This PostgreSQL can lose committed changes: ${settings}. Turn them on, ` +
      'or set KRONIKA_ALLOW_UNSAFE_DATABASE=1 if losing data is acceptable.',
  );
}

/**
 * Makes the application's role, without login, if it is missing, and lets this user take it on.
 * @throws DatabaseError DATABASE_ROLE_MISSING when this user may not
 */
export async function ensureApplicationRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ present: boolean }>(
    'select exists (select from pg_roles where rolname = $1) as present',
    [applicationRole],
  );
  try {
    if (!rows[0]?.present) await createRole(client);
    if (!(await canTakeOn(client))) await client.query(`grant ${applicationRole} to current_user`);
  } catch (cause) {
    if (errorCode(cause) !== '42501') throw cause;
    throw new DatabaseError(
      'DATABASE_ROLE_MISSING',
      `This user may not make the role ${applicationRole}. Run as an administrator: ` +
        `CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO <this user>;`,
      { cause },
    );
  }
}

/** Tried rather than asked: what the catalogue tells differs between versions. */
async function canTakeOn(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query(`set role ${applicationRole}`);
    await client.query('reset role');
    return true;
  } catch (error) {
    if (errorCode(error) === '42501') return false;
    throw error;
  }
}

async function createRole(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(`create role ${applicationRole} nologin`);
  } catch (error) {
    // Another process made it just now.
    if (errorCode(error) !== '42710' && errorCode(error) !== '23505') throw error;
  }
}
