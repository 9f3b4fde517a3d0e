import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../dist/web', import.meta.url));

/** How much JavaScript the first page may need, in bytes as gzip sends them. */
const mostOnFirstPage = 180 * 1000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Writes every file of text also as gzip and brotli, and fails when the first page needs too much JavaScript. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  closeBundle() {
    const assets = join(outDir, 'assets');
    for (const name of readdirSync(assets)) {
      if (!/\.(js|css|svg)$/.test(name)) continue;
      const text = readFileSync(join(assets, name));
      writeFileSync(join(assets, `${name}.gz`), gzipSync(text, { level: 9 }));
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(text));
    }
    const chunks = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Record<
      string,
      Chunk | undefined
    >;
    const needed = new Set<string>();
    const add = (source: string): void => {
      const chunk = chunks[source];
      if (!chunk || needed.has(chunk.file)) return;
      needed.add(chunk.file);
      for (const next of chunk.imports ?? []) add(next);
    };
    add('index.html');
    add('src/main.tsx');
    add('src/pages/oversikt/page.tsx');
    const bytes = [...needed].reduce((sum, file) => sum + readFileSync(join(outDir, `${file}.gz`)).length, 0);
    const said = `the first page needs ${(bytes / 1000).toFixed(1)} kB of JavaScript (gzip); at most ${(mostOnFirstPage / 1000).toString()} kB`;
    if (bytes > mostOnFirstPage) throw new Error(said);
    this.info(said);
  },
});

/** Leaves places in the page for what the server fills in: styles first, then the title, the page, its data, and scripts last. */
const inOrder = (): Plugin => ({
  name: 'in-order',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const scripts = /\s*<script type="module"[^>]*><\/script>|\s*<link rel="modulepreload"[^>]*>/g;
      const found = html.match(scripts) ?? [];
      const [title = ''] = /<title>.*<\/title>/.exec(html) ?? [];
      return html
        .replace(scripts, '')
        .replace(title, '')
        .replace('</head>', `${title}</head>`)
        .replace('<!--scripts-->', found.map((tag) => tag.trim()).join(''));
    },
  },
});

export default defineConfig({
  root: here,
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  plugins: [compressed(), inOrder()],
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    cssCodeSplit: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  environments: {
    client: {
      build: {
        // What every page needs is one file, since each is asked for by itself; the first script needs little of it.
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'fetch', test: 'preload-helper', priority: 1 },
                { name: 'main', test: /web\/src\/main\.tsx$/ },
              ],
            },
          },
        },
      },
    },
    ssr: {
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { noExternal: true },
      build: {
        outDir: join(outDir, 'server'),
        manifest: false,
        rolldownOptions: { input: join(here, 'src/server.tsx'), output: { entryFileNames: 'draw.js' } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      const { client, ssr } = builder.environments;
      if (client && ssr) {
        await builder.build(client);
        await builder.build(ssr);
      }
    },
  },
  server: { proxy: { '/api': process.env['API'] ?? 'http://127.0.0.1:3000' } },
});
