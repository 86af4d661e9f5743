import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Pure libraries take no framework, no driver and no input or output. */
const impure = [
  'node:*',
  '@nestjs/*',
  'typeorm',
  'pg',
  'graphql',
  'rxjs',
  '#ledger',
  '#projections',
  '#interchange',
  '#chronicle',
  '#database',
];

/** What builds on the structure. */
const besideStructure = ['#records', '#governance', '#measures'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '**/node_modules/', '.kronika/', '**/schema-types.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    // Imports that decorators leave in the emitted metadata are values.
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
    },
  },
  {
    files: ['libs/temporal/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...impure, '#structure', ...besideStructure] }],
    },
  },
  {
    files: ['libs/structure/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...impure, ...besideStructure] }] },
  },
  {
    files: ['libs/{records,governance,measures}/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: impure }] },
  },
  { files: ['apps/web/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    rules: {
      // Says of the virtualiser what its users cannot change.
      'react-hooks/incompatible-library': 'off',
      // Of the server the web app has only the schema.
      'no-restricted-imports': ['error', { patterns: ['#*', 'node:*', '**/libs/*', '**/apps/api/*'] }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['apps/web/src/**/*.spec.ts', 'apps/web/src/texts/{sv,en,labels-*}.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    ignores: ['test/property/seeded.ts', 'apps/web/src/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'fast-check', message: 'Import it from test/property/seeded.ts.' }] },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' },
    },
  },
  { files: ['**/*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
);
