// Fetches Microsoft's Web Chat bundle from the npm registry, checks it, and puts it where the page loads it from.
//   node fetch.mjs OUTPUT_FOLDER
// Several builds may run at once: each works in a folder of its own and moves whole files into place.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const spec = 'botframework-webchat@4.18.1';
const sha512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const files = ['package/dist/webchat.js', 'package/dist/webchat.js.LICENSE.txt'];

const [output] = process.argv.slice(2);
fs.mkdirSync(output, { recursive: true });
const work = fs.mkdtempSync(path.join(output, '.fetch-'));

try {
  // On Windows npm is a command script, which only a shell starts.
  const options = { cwd: work, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' };
  const archive = execFileSync('npm', ['pack', spec, '--silent'], options).toString().trim().split(/\r?\n/).at(-1);

  const found = createHash('sha512').update(fs.readFileSync(path.join(work, archive))).digest('base64');
  if (found !== sha512) {
    throw new Error(`${spec} is not the file that was reviewed: its sha512 is ${found}.`);
  }

  execFileSync('tar', ['-xzf', archive, ...files], { cwd: work });
  const now = new Date();
  for (const file of files.reverse()) {
    const from = path.join(work, file);
    fs.utimesSync(from, now, now);
    fs.renameSync(from, path.join(output, path.basename(file)));
  }
} catch (error) {
  // The form that MSBuild reads as an error of the build.
  console.error(`webchat : error CB1002: Web Chat could not be fetched: ${error.message}`);
  process.exitCode = 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
