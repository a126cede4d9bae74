import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which folders of src/ a folder may not import from: content flows one way (docs/architecture.md). */
const forbidden = {
  documents: [
    'authoring',
    'importing',
    'schemas',
    'derive',
    'checks',
    'loader',
    'queries',
    'outputs',
    'pages',
    'layouts',
    'components',
    'search',
  ],
  schemas: [
    'authoring',
    'importing',
    'derive',
    'checks',
    'loader',
    'queries',
    'outputs',
    'pages',
    'layouts',
    'components',
    'search',
    'lib',
  ],
  derive: ['authoring', 'importing', 'checks', 'loader', 'queries', 'outputs', 'pages', 'layouts', 'components', 'search'],
  loader: ['authoring', 'importing', 'derive', 'checks', 'queries', 'outputs', 'pages', 'layouts', 'components', 'search'],
  checks: ['authoring', 'importing', 'queries', 'outputs', 'pages', 'layouts', 'components', 'search'],
  authoring: ['importing', 'checks', 'queries', 'outputs', 'pages', 'layouts', 'components', 'search'],
  importing: ['derive', 'checks', 'queries', 'outputs', 'pages', 'layouts', 'components', 'search'],
  preview: ['authoring', 'queries', 'outputs', 'pages', 'layouts', 'components', 'search'],
  queries: ['authoring', 'importing', 'checks', 'pages', 'layouts', 'components', 'search'],
  outputs: ['authoring', 'importing', 'checks', 'loader', 'queries', 'derive', 'pages', 'layouts', 'components', 'search'],
  components: ['authoring', 'importing', 'checks', 'loader', 'queries', 'derive', 'pages', 'layouts', 'outputs'],
  layouts: ['authoring', 'importing', 'checks', 'loader', 'derive', 'pages', 'outputs'],
  pages: ['authoring', 'importing', 'checks', 'loader', 'derive', 'schemas'],
  lib: [
    'authoring',
    'importing',
    'schemas',
    'derive',
    'checks',
    'loader',
    'queries',
    'outputs',
    'pages',
    'layouts',
    'components',
    'search',
  ],
};

const directions = Object.entries(forbidden).map(([folder, targets]) => ({
  files: [`src/${folder}/**/*.{ts,astro}`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: targets.map((target) => `**/${target}/**`),
            message: `src/${folder} stands before these in the flow content → model → queries → pages.`,
            allowTypeImports: folder === 'components' || folder === 'layouts' || folder === 'outputs',
          },
          ...(['queries', 'pages', 'layouts', 'components'].includes(folder)
            ? []
            : [{ group: ['astro:*'], message: 'This folder also runs in plain Node.' }]),
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'content/', '**/fixtures/**', 'public/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  astro.configs.recommended,
  astro.configs['jsx-a11y-recommended'] ?? [],
  {
    files: ['**/*.{js,mjs,ts,astro}'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly', Buffer: 'readonly' } },
    rules: { eqeqeq: 'error', 'no-undef': 'off' },
  },
  // The full-width space separates Chinese items in a line.
  { files: ['**/*.astro'], rules: { 'no-irregular-whitespace': 'off' } },
  ...directions,
);
