import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration as TypeORM takes it. */
export type MigrationClass = new () => MigrationInterface;

/**
 * A migration that is one SQL file, run in one transaction. There is no way back: a mistake is mended by the
 * next migration.
 *
 * @param name what it makes, in PascalCase
 * @param number its place in the order, from 1, never reused
 * @param file the SQL, as `new URL('./0001-name.sql', import.meta.url)`
 */
export function sqlMigration(name: string, number: number, file: URL): MigrationClass {
  return class SqlMigration implements MigrationInterface {
    // TypeORM orders by the last 13 digits of the name.
    readonly name = `${name}${String(number).padStart(13, '0')}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(await readFile(file, 'utf8'));
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Migrations go forward only: write the next one.'));
    }
  };
}
