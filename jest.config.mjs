/** Jest runs the sources as ES modules (needs NODE_OPTIONS=--experimental-vm-modules; `npm test` sets it). */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^#([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  globalSetup: '<rootDir>/test/harness/jest-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/jest-teardown.mjs',
  maxWorkers: 2,
  testTimeout: 30000,
};
