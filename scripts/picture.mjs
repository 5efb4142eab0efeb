// Draws docs/digest.svg, the picture in the README, from what `communique digest` prints over the sample articles.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReady, root } from './ready.mjs';

makeReady();
const data = mkdtempSync(join(tmpdir(), 'communique-picture-'));
const run = (...args) =>
  spawnSync(process.execPath, [join(root, 'dist', 'main.js'), ...args, '--data', data], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Europe/Paris' },
  }).stdout;
run('ingest', join(root, 'config', 'samples'));
const lines = run('digest').trimEnd().split('\n');
rmSync(data, { recursive: true, force: true });
writeFileSync(join(root, 'docs', 'digest.svg'), draw(lines));

function draw(text) {
  const lineHeight = 19;
  const height = text.length * lineHeight + 64;
  const rows = text.map((line, index) => {
    const weight = index === 0 || line === 'Sources' ? ' font-weight="700"' : '';
    const colour = /^ {4}https?:/.test(line) ? ' fill="#7aa2f7"' : '';
    return `  <text x="24" y="${60 + index * lineHeight}" xml:space="preserve"${weight}${colour}>${marked(line)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="${height}" viewBox="0 0 960 ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13.5" fill="#c8d3f5">`,
    `  <rect width="960" height="${height}" rx="10" fill="#1e2030"/>`,
    '  <circle cx="24" cy="22" r="6" fill="#ff757f"/><circle cx="44" cy="22" r="6" fill="#ffc777"/><circle cx="64" cy="22" r="6" fill="#c3e88d"/>',
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

/** Citation numbers stand out: they are what the product is about. */
function marked(line) {
  const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped.replaceAll(/\[\d+\]/g, (number) => `<tspan fill="#86e1fc">${number}</tspan>`);
}
