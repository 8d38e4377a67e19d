'use strict';
// Runs a JavaScript checkout for the judge: each run is a child process of its own with a time limit, killed with its group.
// It talks on its standard input and output in lists of texts (a count, then length and bytes of each).
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const { spawn } = require('child_process');

const SKIPPED = new Set(['.git', 'node_modules', '.nyc_output', 'coverage']);
const MOST_FILES = 20000;

function isTest(rel) {
  const parts = rel.split('/');
  const name = parts[parts.length - 1];
  return /\.(test|spec)\.[cm]?js$/.test(name) || /^test(-.*)?\.[cm]?js$/.test(name) ||
    parts.slice(0, -1).some((p) => ['test', 'tests', '__tests__', 'spec'].includes(p));
}

function list(root, under = '', found = []) {
  for (const entry of fs.readdirSync(path.join(root, under), { withFileTypes: true })) {
    const rel = under ? under + '/' + entry.name : entry.name;
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) list(root, rel, found);
    } else if (entry.isFile()) {
      found.push(rel);
      if (found.length > MOST_FILES) throw new Error('the checkout has more than ' + MOST_FILES + ' files');
    }
  }
  return found;
}

class Folder {
  constructor(pristine, work, installed) {
    this.pristine = pristine;
    this.root = path.join(work, 'checkout');
    this.installed = installed;
    this.make();
  }

  make() {
    fs.rmSync(this.root, { recursive: true, force: true });
    for (const rel of list(this.pristine)) {
      const to = path.join(this.root, rel);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.copyFileSync(path.join(this.pristine, rel), to);
    }
    if (this.installed) fs.symlinkSync(this.installed, path.join(this.root, 'node_modules'));
    this.seen = this.state();
  }

  state() {
    return list(this.root).map((rel) => {
      const s = fs.lstatSync(path.join(this.root, rel), { bigint: true });
      return rel + ' ' + s.ino + ' ' + s.ctimeNs + ' ' + s.size;
    }).join('\n');
  }

  fresh() {
    let now = '';
    try {
      now = this.state();
    } catch (gone) {
      now = '';
    }
    if (now !== this.seen) this.make();
  }

  put(texts) {
    this.fresh();
    for (const [rel, text] of texts) fs.writeFileSync(path.join(this.root, rel), text);
    this.seen = this.state();
  }

  undo(texts) {
    this.fresh();
    for (const [rel] of texts) fs.copyFileSync(path.join(this.pristine, rel), path.join(this.root, rel));
    this.seen = this.state();
  }
}

/** Runs node; what it printed and how it ended. */
function run(args, cwd, limit, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--max-old-space-size=512', ...args], {
      cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    let out = '';
    let err = '';
    let late = false;
    child.stdout.on('data', (data) => { if (out.length < 4e6) out += data; });
    child.stderr.on('data', (data) => { if (err.length < 1e6) err += data; });
    const kill = () => { try { process.kill(-child.pid, 'SIGKILL'); } catch (gone) { /* it has ended */ } };
    const timer = setTimeout(() => { late = true; kill(); }, limit * 1000);
    let over = false;
    const end = (code) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      kill();
      done({ code, out, err, late });
    };
    child.on('error', () => end(127));
    child.on('exit', (code) => setTimeout(() => end(code), 30));
    child.on('close', end);
  });
}

const HOOK = String.raw`
'use strict';
const fs = require('fs');
const path = require('path');
const { fileURLToPath } = require('url');
const root = process.env.TRACEMEND_ROOT;
const report = process.env.TRACEMEND_REPORT;
const entries = [];
function own(error) {
  const found = [];
  for (const line of String(error && error.stack || '').split('\n')) {
    const m = /^\s+at (?:(?:async )?(.*?) \()?(?:file:\/\/)?(\/[^():]+):(\d+):(\d+)\)?$/.exec(line);
    if (m && m[2].startsWith(root + '/')) found.push([m[2].slice(root.length + 1), Number(m[3]), (m[1] || '').split(/[. ]/).pop() || '', Number(m[4])]);
  }
  return found;
}
function chain(error) {
  const all = [];
  for (let e = error; e && all.length < 6; e = e.cause) {
    all.push([e.name || (e.constructor && e.constructor.name) || 'Error', String(e.message === undefined ? e : e.message).slice(0, 500), own(e)]);
    if (e.cause === e) break;
  }
  return all;
}
module.exports = { own, chain, root };
if (process.env.TRACEMEND_COVER) {
  const { Session } = require('inspector');
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const sources = new Map();
  const lines = [];
  const take = (name) => session.post('Profiler.takePreciseCoverage', (problem, result) => {
    for (const script of problem ? [] : result.result) {
      const file = script.url.startsWith('file://') ? fileURLToPath(script.url) : script.url;
      if (!file.startsWith(root + '/') || file.includes('/node_modules/')) continue;
      if (!sources.has(file)) { try { sources.set(file, fs.readFileSync(file, 'utf8')); } catch (gone) { continue; } }
      const text = sources.get(file);
      const count = new Int32Array(text.length);
      for (const f of script.functions) for (const r of f.ranges) count.fill(r.count, r.startOffset, Math.min(r.endOffset, text.length));
      let line = 1;
      let hit = false;
      const hits = [];
      for (let i = 0; i <= text.length; i++) {
        if (i === text.length || text[i] === '\n') { if (hit) hits.push(line); line++; hit = false; } else if (count[i] > 0 && text[i].trim() && text[i] !== '}') hit = true;
      }
      lines.push([file.slice(root.length + 1), name, hits]);
    }
  });
  const { beforeEach, afterEach } = require('node:test');
  try {
    beforeEach(() => take(''));
    afterEach((t) => take(t && t.name || '?'));
  } catch (old) { /* no coverage then */ }
  process.on('exit', () => { take('?end'); fs.writeFileSync(report, JSON.stringify(lines)); });
}
`;

const REPORTER = String.raw`
'use strict';
const hook = require(process.env.TRACEMEND_HOOK);
module.exports = async function* (source) {
  for await (const event of source) {
    const d = event.data;
    if ((event.type === 'test:pass' || event.type === 'test:fail') && !(d.details && d.details.type === 'suite')) {
      const error = d.details && d.details.error;
      const inner = error && error.cause && typeof error.cause === 'object' ? error.cause : error;
      const skipped = d.skip !== undefined || d.todo !== undefined;
      yield JSON.stringify({ name: d.name, file: d.file || '', nesting: d.nesting, ok: event.type === 'test:pass', skipped, chain: error ? hook.chain(inner) : [], kind: error && error.failureType || '' }) + '\n';
    }
  }
};
`;

const CALLER = String.raw`
'use strict';
// Calls functions of a module with given arguments: {file, name, method, calls: [text]}; prints how each ended.
const hook = require(process.env.TRACEMEND_HOOK);
const path = require('path');
const { pathToFileURL } = require('url');
const util = require('util');
const job = JSON.parse(require('fs').readFileSync(process.env.TRACEMEND_JOB, 'utf8'));
const results = [];
const shown = (v) => util.inspect(v, { depth: 5, sorted: true, breakLength: Infinity, maxArrayLength: 50, maxStringLength: 300 }).slice(0, 800);
const keep = { log: console.log, error: console.error };
for (const k of ['log', 'error', 'warn', 'info', 'debug']) console[k] = () => {};
process.on('unhandledRejection', () => {});
process.on('uncaughtException', () => {});
const deadline = (promise) => Promise.race([promise, new Promise((_, no) => setTimeout(() => no(Object.assign(new Error('late'), { name: 'Late' })), 1500).unref())]);
async function main() {
  let exported;
  try {
    exported = await import(pathToFileURL(path.join(hook.root, job.file)).href);
  } catch (error) {
    for (const c of job.calls) results.push({ end: 'error ' + error.name, chain: hook.chain(error) });
    return;
  }
  const all = { ...(exported.default && typeof exported.default === 'object' ? exported.default : {}), ...exported };
  if (typeof exported.default === 'function') all[exported.default.name] = exported.default;
  for (const call of job.calls) {
    let args = [];
    try {
      const names = Object.keys(all).filter((n) => /^[A-Za-z_$][\w$]*$/.test(n) && n !== 'default');
      const read = new Function(...names, 'return [' + call + ']');
      args = read(...names.map((n) => all[n]));
    } catch (unreadable) {
      results.push({ end: 'unreadable' });
      continue;
    }
    try {
      let target = all[job.name];
      let on;
      if (job.owner) {
        const Type = all[job.owner];
        if (typeof Type === 'function') { on = new Type(...(job.build ? new Function('return [' + job.build + ']')() : [])); } else { on = Type; }
        target = on && on[job.name];
      }
      if (typeof target !== 'function') { results.push({ end: 'absent' }); continue; }
      let value = target.apply(on, args);
      if (value && typeof value.then === 'function') value = await deadline(value);
      if (value && typeof value.next === 'function' && typeof value[Symbol.iterator] === 'function') value = [...value].slice(0, 1000);
      results.push({ end: 'ok ' + shown(value) + ' ' + shown(args) });
    } catch (error) {
      results.push({ end: 'error ' + (error && error.name), chain: hook.chain(error) });
    }
  }
}
main().then(() => {
  require('fs').writeFileSync(process.env.TRACEMEND_REPORT, JSON.stringify(results));
  process.exit(0);
});
`;

class Bench {
  constructor(work, folder) {
    this.work = work;
    this.folder = folder;
    this.number = 0;
    this.tools = path.join(work, 'tools');
    fs.mkdirSync(this.tools, { recursive: true });
    fs.writeFileSync(path.join(this.tools, 'hook.cjs'), HOOK);
    fs.writeFileSync(path.join(this.tools, 'reporter.cjs'), REPORTER);
    fs.writeFileSync(path.join(this.tools, 'caller.cjs'), CALLER);
  }

  env(more) {
    return { TRACEMEND_ROOT: this.folder.root, TRACEMEND_HOOK: path.join(this.tools, 'hook.cjs'), ...more };
  }

  testFiles() {
    return list(this.folder.root).filter((rel) => isTest(rel) && /\.[cm]?js$/.test(rel) &&
      /node:test|require\(['"](assert|node:assert)|from ['"](node:)?assert|describe\(|\btest\(/.test(fs.readFileSync(path.join(this.folder.root, rel), 'utf8')));
  }

  /** Runs test files; names that passed, and chains of those that failed. */
  async tests(files, limit, cover) {
    const passed = [];
    const failed = {};
    const lines = [];
    for (const rel of files) {
      const text = fs.readFileSync(path.join(this.folder.root, rel), 'utf8');
      const report = path.join(this.work, 'cover.json');
      fs.rmSync(report, { force: true });
      const own = /node:test/.test(text);
      const args = own ? ['--test-reporter=' + path.join(this.tools, 'reporter.cjs'), '--test-reporter-destination=stdout'] : [];
      const env = this.env(cover && own ? { TRACEMEND_COVER: '1', TRACEMEND_REPORT: report } : {});
      if (cover && own) args.push('--require', path.join(this.tools, 'hook.cjs'));
      const ended = await run([...args, rel], this.folder.root, limit, env);
      if (ended.late) return { ended: 'it took longer than ' + limit + ' s', passed, failed, lines };
      let seen = 0;
      const duplicates = {};
      for (const line of own ? ended.out.split('\n') : []) {
        if (!line.startsWith('{"name"')) continue;
        let test;
        try { test = JSON.parse(line); } catch (cut) { continue; }
        if (test.skipped) continue;
        seen++;
        let name = rel + ' > ' + test.name;
        duplicates[name] = (duplicates[name] || 0) + 1;
        if (duplicates[name] > 1) name += ' #' + duplicates[name];
        if (test.ok) passed.push(name); else failed[name] = test.chain;
      }
      if (!seen || (ended.code !== 0 && !Object.keys(failed).some((n) => n.startsWith(rel)))) {
        if (ended.code === 0) passed.push(rel); else failed[rel] = [crash(ended.err, this.folder.root)];
      }
      if (cover && fs.existsSync(report)) {
        for (const [file, name, hits] of JSON.parse(fs.readFileSync(report, 'utf8'))) {
          if (!isTest(file)) lines.push([file, name === '' || name === '?end' ? '' : rel + ' > ' + name, hits]);
        }
      }
    }
    return { ended: '', passed, failed, lines };
  }

  async calls(job, limit) {
    const report = path.join(this.work, 'calls.json');
    const jobs = path.join(this.work, 'job.json');
    fs.rmSync(report, { force: true });
    fs.writeFileSync(jobs, JSON.stringify(job));
    await run([path.join(this.tools, 'caller.cjs')], this.folder.root, limit, this.env({ TRACEMEND_REPORT: report, TRACEMEND_JOB: jobs }));
    try { return JSON.parse(fs.readFileSync(report, 'utf8')); } catch (none) { return null; }
  }

  async script(rel, limit) {
    const ended = await run([rel], this.folder.root, limit);
    if (ended.late) return { end: 'late' };
    return ended.code === 0 ? { end: 'ok ' + ended.out.slice(0, 2000) } : { end: 'error', chain: [crash(ended.err, this.folder.root)] };
  }
}

/** The exception that node printed as it ended. */
function crash(text, root) {
  const lines = text.split('\n');
  let kind = 'Error';
  let message = '';
  const frames = [];
  const head = /^(?:file:\/\/)?(\/[^:]+):(\d+)$/.exec(lines.find((l) => /^(file:\/\/)?\/[^:]+:\d+$/.test(l)) || '');
  for (const line of lines) {
    const m = /^(?:Uncaught )?(\w*(?:Error|Exception))(?: \[\w+\])?: (.*)$/.exec(line.trim());
    if (m && !message) { kind = m[1]; message = m[2]; }
    const f = /^\s+at (?:(?:async )?(.*?) \()?(?:file:\/\/)?(\/[^():]+):(\d+):(\d+)\)?$/.exec(line);
    if (f && f[2].startsWith(root + '/')) frames.push([f[2].slice(root.length + 1), Number(f[3]), (f[1] || '').split(/[. ]/).pop() || '']);
  }
  if (head && head[1].startsWith(root + '/') && !frames.length) frames.unshift([head[1].slice(root.length + 1), Number(head[2]), '']);
  return [kind, message, frames];
}

function ownFrames(frames) {
  return frames.filter((f) => !isTest(f[0]));
}

function matches(chain, target) {
  return (chain || []).some((one) => {
    const frames = ownFrames(one[2]);
    return one[0] === target.kind && frames.length > 0 && frames[0][0] === target.file && frames[0][1] === target.line;
  });
}

// --- inputs: literals of calls in tests, of the log, and changes of them

function balanced(text, from) {
  let depth = 0;
  let quote = '';
  for (let i = from; i < Math.min(text.length, from + 3000); i++) {
    const c = text[i];
    if (quote) {
      if (c === '\\') i++; else if (c === quote) quote = '';
    } else if (c === '"' || c === "'" || c === '`') quote = c;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && --depth === 0) return text.slice(from, i + 1);
  }
  return '';
}

function random(seed) {
  let s = Number(BigInt(seed) % 2147483647n) || 7;
  return () => { s = (s * 16807) % 2147483647; return s / 2147483647; };
}

class Maker {
  constructor(log, message, rng) {
    this.rng = rng;
    this.named = {};
    this.values = [];
    this.words = [...message.matchAll(/'([^']{0,60})'|"([^"]{0,60})"/g)].map((m) => m[1] || m[2] || '').slice(0, 8);
    for (const m of log.matchAll(/[{[]/g)) {
      const text = balanced(log, m.index);
      if (!text || this.values.length > 20) continue;
      try {
        const value = JSON.parse(text);
        this.values.push(value);
        const name = /(\w+)\s*[=:]\s*$/.exec(log.slice(Math.max(0, m.index - 60), m.index));
        if (name) (this.named[name[1]] ||= []).push(value);
      } catch (other) { /* not data */ }
    }
    for (const m of log.matchAll(/\b([a-zA-Z_]\w{0,40})[=:] ?('[^']*'|"[^"]*"|[\w.+:@/-]{1,80})/g)) {
      const raw = m[2].replace(/^['"]|['"]$/g, '');
      const list = this.named[m[1]] ||= [];
      if (/^-?\d+(\.\d+)?$/.test(raw)) list.push(Number(raw));
      if (list.length < 6) list.push(raw);
    }
  }

  pick(list) { return list[Math.floor(this.rng() * list.length) % list.length]; }

  number() { return this.pick([0, 1, 2, 3, 10, -1, 2.5]); }

  text() { return this.pick(['', 'a', 'abc', '12', 'a b', 'x-1', 'alice', ...this.words]); }

  value(name, body, depth = 0) {
    if (this.named[name] && this.rng() < 0.7) return this.pick(this.named[name]);
    const esc = name.replace(/[$]/g, '\\$&');
    const keys = [...new Set([...body.matchAll(new RegExp('\\b' + esc + '\\??\\.([A-Za-z_]\\w*)', 'g'))].map((m) => m[1]))];
    const lists = ['map', 'filter', 'forEach', 'reduce', 'push', 'length', 'find', 'some', 'every', 'slice', 'join', 'sort'];
    const texts = ['trim', 'split', 'toLowerCase', 'toUpperCase', 'startsWith', 'endsWith', 'replace', 'charAt', 'padStart'];
    if (keys.some((k) => texts.includes(k))) return this.text();
    const element = new RegExp('of ' + esc + '\\b|' + esc + '\\.(?:map|filter|forEach|reduce|find|some|every)\\(').test(body);
    if (element || keys.some((k) => lists.includes(k))) {
      const inner = new RegExp('(?:const|let) (\\w+) of ' + esc + '\\b|' + esc + '\\.\\w+\\(\\(?(?:\\w+, )?(\\w+)').exec(body);
      const item = inner ? inner[1] || inner[2] : '';
      return Array.from({ length: Math.floor(this.rng() * 4) }, () => (item ? this.value(item, body, depth + 1) : this.number()));
    }
    const fields = keys.filter((k) => !['get', 'set', 'has', 'then'].includes(k));
    if (fields.length && depth < 4) {
      const fitting = this.values.filter((v) => v && typeof v === 'object' && fields.some((k) => k in v));
      if (fitting.length && this.rng() < 0.5) return this.pick(fitting);
      const made = {};
      for (const k of fields) made[k] = this.value(name + '.' + k, body.replaceAll('?.', '.').split(name + '.' + k).join(name + '_' + k).replaceAll(name + '_' + k, k + '__'), depth + 1) ?? this.by(k);
      return made;
    }
    return this.by(name.split('.').pop());
  }

  by(name) {
    if (/(^n$|^[ijkxyab]$|count|qty|quantity|amount|price|total|size|limit|index|num|page|year|age|rate|ms|days|width|height)/i.test(name)) return this.number();
    if (/(name|text|line|path|key|code|raw|title|label|email|url|message|word|token|sku|date|id$|s$)/i.test(name)) return /s$/.test(name) && this.rng() < 0.5 ? [] : this.text();
    return this.pick([this.number(), this.text(), undefined, null, [], {}]);
  }

  change(value, depth = 0) {
    if (Array.isArray(value) && value.length && depth < 4 && this.rng() < 0.9) {
      const roll = this.rng();
      if (roll < 0.2) return [];
      const copy = value.slice();
      const at = Math.floor(this.rng() * copy.length);
      if (roll < 0.4) copy.splice(at, 1); else if (roll < 0.5) copy.push(copy[at]); else copy[at] = this.change(copy[at], depth + 1);
      return copy;
    }
    if (value && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length && depth < 4 && this.rng() < 0.9) {
      const copy = { ...value };
      const key = this.pick(Object.keys(copy));
      if (this.rng() < 0.4) delete copy[key]; else copy[key] = this.change(copy[key], depth + 1);
      return copy;
    }
    if (typeof value === 'number') return this.pick([0, 1, -1, value + 1, value - 1, value * 2, null, undefined, String(value)]);
    if (typeof value === 'string') return this.pick(['', ' ' + value, value + 'x', value.toUpperCase(), value.slice(0, -1), null, undefined, 'zzz', ...this.words]);
    return this.pick([null, undefined, 0, '', [], {}]);
  }
}

function source(value) {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return '[' + value.map(source).join(', ') + ']';
  if (value && typeof value === 'object') return '{' + Object.entries(value).map(([k, v]) => JSON.stringify(k) + ': ' + source(v)).join(', ') + '}';
  return Number.isNaN(value) ? 'NaN' : JSON.stringify(value);
}

/** The functions of a text with parameters, bodies and lines; found by shape, not parsed. */
function functionsOf(text) {
  const found = [];
  const shapes = [/(?:async\s+)?function\s*\*?\s*(\w+)\s*\(/g, /(?:const|let|var)\s+(\w+)\s*=\s*(?:async\s*)?(?:function\s*)?\(/g, /^[ \t]+(?:static\s+|async\s+)*(\w+)\s*\(/gm, /exports\.(\w+)\s*=\s*(?:async\s*)?(?:function\s*\w*\s*)?\(/g];
  for (const shape of shapes) {
    for (const m of text.matchAll(shape)) {
      if (['if', 'for', 'while', 'switch', 'catch', 'return', 'function'].includes(m[1])) continue;
      const open = m.index + m[0].length - 1;
      const list = balanced(text, open);
      if (!list) continue;
      const rest = text.slice(open + list.length);
      const brace = /^\s*(?:=>\s*)?\{/.exec(rest);
      const arrow = /^\s*=>\s*/.exec(rest);
      if (!brace && !arrow) continue;
      const start = open + list.length + (brace || arrow)[0].length - (brace ? 1 : 0);
      const body = brace ? balanced(text, start) : rest.split('\n')[0];
      const line = text.slice(0, m.index).split('\n').length + (m[0].startsWith('\n') ? 1 : 0);
      const names = list.slice(1, -1).split(',').map((p) => p.trim().replace(/^\.\.\./, '').split(/[\s=]/)[0]).filter(Boolean);
      const before = text.slice(0, m.index);
      const type = [...before.matchAll(/class\s+(\w+)[^{]*\{/g)].pop();
      const inside = type && balanced(text, type.index + type[0].length - 1).length + type.index + type[0].length > m.index;
      found.push({ name: m[1], params: names, body, from: line, to: line + (list + body).split('\n').length, owner: inside && shape === shapes[2] ? type[1] : '' });
    }
  }
  return found;
}

function literalCalls(bench, name) {
  const found = [];
  for (const rel of list(bench.folder.root).filter((r) => isTest(r) && /\.[cm]?js$/.test(r))) {
    const text = fs.readFileSync(path.join(bench.folder.root, rel), 'utf8');
    for (const m of text.matchAll(new RegExp('\\b' + name + '\\(', 'g'))) {
      const inner = balanced(text, m.index + m[0].length - 1).slice(1, -1);
      if (inner || found.length === 0) found.push(inner);
    }
  }
  return [...new Set(found)].slice(0, 12);
}

async function search(bench, sites, target, log, message, seed) {
  const rng = random(seed);
  const maker = new Maker(log, message, rng);
  for (const site of sites.slice(0, 4)) {
    let text;
    try { text = fs.readFileSync(path.join(bench.folder.root, site.file), 'utf8'); } catch (gone) { continue; }
    const around = functionsOf(text).filter((f) => f.from <= site.line && site.line <= f.to).sort((a, b) => (a.to - a.from) - (b.to - b.from));
    for (const f of around.slice(0, 2)) {
      const values = [];
      for (const call of literalCalls(bench, f.name)) {
        try { values.push(new Function('return [' + call + ']')()); } catch (names) { /* it uses variables */ }
      }
      const calls = literalCalls(bench, f.name);
      for (let i = 0; i < 400; i++) {
        let args;
        if (values.length && rng() < 0.6) {
          args = maker.pick(values).slice();
          for (let n = rng() < 0.6 ? 1 : 2; n > 0 && args.length; n--) {
            const at = Math.floor(rng() * args.length);
            args[at] = maker.change(args[at]);
          }
        } else args = f.params.map((p) => maker.value(p, f.body));
        try { calls.push(args.map(source).join(', ')); } catch (cyclic) { continue; }
      }
      const job = { file: site.file, name: f.name, owner: f.owner, build: '', calls: [...new Set(calls)] };
      if (f.owner) {
        const made = functionsOf(text).find((c) => c.name === 'constructor' && c.owner === f.owner);
        job.build = made ? made.params.map((p) => source(maker.value(p, made.body))).join(', ') : '';
      }
      const ends = await bench.calls(job, 12);
      if (!ends) continue;
      const failing = [];
      const other = [];
      ends.forEach((e, i) => {
        if (target && e.chain && matches(e.chain, target)) failing.push([job.calls[i], e.chain.some((one) => one[1] === message)]);
        else if (e.end.startsWith('ok') && other.length < 40) other.push([job.calls[i], e.end]);
      });
      if (failing.length || !target) {
        const said = failing.filter((f) => f[1]);
        const chosen = (said.length ? said : failing).map((f) => f[0]).sort((a, b) => a.length - b.length);
        return { job, failing: chosen.slice(0, 4), other };
      }
    }
  }
  return null;
}

function ochiai(lines, failed, passed) {
  const found = new Map();
  for (const [file, name, hits] of lines) {
    for (const line of hits) {
      const key = file + '\n' + line;
      if (!found.has(key)) found.set(key, new Set());
      found.get(key).add(name);
    }
  }
  const out = [];
  for (const [key, tests] of found) {
    let ef = [...tests].filter((t) => failed.has(t)).length;
    let ep = [...tests].filter((t) => passed.has(t)).length;
    if (!ef && tests.has('')) { ef = 0.3; ep = passed.size; }
    if (ef) out.push([...key.split('\n'), ef / Math.sqrt(Math.max(1, failed.size) * (ef + ep))]);
  }
  return out.sort((a, b) => b[2] - a[2]).slice(0, 3000);
}

let state = null;

async function open(job) {
  const [pristine, work, limit, seed, kind, message, log, installed, count] = job;
  const sites = [];
  for (let i = 0; i < Number(count); i++) sites.push({ file: job[9 + 3 * i], name: job[10 + 3 * i], line: Number(job[11 + 3 * i]) });
  const folder = new Folder(pristine, work, installed);
  const bench = new Bench(work, folder);
  const target = sites.length ? { kind, file: sites[0].file, line: sites[0].line } : null;
  state = { bench, folder, limit: Number(limit), target, files: bench.testFiles(), call: null, script: '' };
  const first = await bench.tests(state.files, state.limit, true);
  folder.fresh();
  const start = Date.now();
  const again = await bench.tests(state.files, state.limit, false);
  state.brief = Math.min(20, 3 + 8 * (Date.now() - start) / 1000 / Math.max(1, state.files.length));
  folder.fresh();
  const flaky = [...first.passed.filter((p) => !again.passed.includes(p)), ...again.passed.filter((p) => !first.passed.includes(p))];
  state.passed = first.passed.filter((p) => !flaky.includes(p));
  const failed = Object.fromEntries(Object.entries(first.failed).filter(([name]) => !flaky.includes(name)));
  state.wanted = Object.entries(failed).filter(([, chain]) => !target || matches(chain, target)).map(([name]) => name);
  let reproducer = '';
  if (target) {
    for (const rel of [...new Set([sites[sites.length - 1].file, sites[0].file])]) {
      const ended = await bench.script(rel, 6);
      folder.fresh();
      if (ended.chain && matches(ended.chain, target)) {
        state.script = rel;
        reproducer = '// fails as logged\n// node ' + rel + '\n';
        break;
      }
    }
    if (!state.script) {
      state.call = await search(bench, sites, target, log, message, seed);
      folder.fresh();
      if (state.call) reproducer = "import test from 'node:test';\nimport { " + (state.call.job.owner || state.call.job.name) + " } from './" + state.call.job.file + "';\n\ntest('no longer fails', async () => {\n  await " + (state.call.job.owner ? 'new ' + state.call.job.owner + '(' + state.call.job.build + ').' : '') + state.call.job.name + '(' + state.call.failing[0] + ');\n});\n';
    }
  } else {
    const suspects = ochiai(first.lines, new Set(state.wanted), new Set(state.passed)).map((s) => ({ file: s[0], name: '', line: Number(s[1]) }));
    state.call = suspects.length ? await search(bench, suspects.slice(0, 1), null, log, '', seed) : null;
    folder.fresh();
  }
  const reproducible = state.wanted.length > 0 || Boolean(state.script) || Boolean(state.call && state.call.failing.length);
  const answer = ['opened', first.ended, 'node', reproducible ? 1 : 0, reproducer, flaky.join('\n'), state.call ? state.call.other.length : 0, state.passed.length, ...state.passed];
  answer.push(Object.keys(failed).length);
  for (const [name, chain] of Object.entries(failed)) {
    const withFrames = [...chain].reverse().find((one) => ownFrames(one[2]).length) || chain[chain.length - 1] || ['Error', '', []];
    const assertion = withFrames[0] === 'AssertionError';
    const frames = assertion ? [] : ownFrames(withFrames[2]);
    answer.push(name, state.wanted.includes(name) ? 1 : 0, withFrames[0], withFrames[1], frames.length);
    for (const f of frames) answer.push(f[0], f[2], f[1]);
  }
  const suspects = ochiai(first.lines, new Set(state.wanted.length ? state.wanted : Object.keys(failed)), new Set(state.passed));
  answer.push(suspects.length);
  for (const s of suspects) answer.push(s[0], s[1], s[2].toFixed(4));
  return answer;
}

async function judge(job) {
  const texts = [];
  for (let i = 0; i < Number(job[0]); i++) texts.push([job[1 + 2 * i], job[2 + 2 * i]]);
  state.folder.put(texts);
  try {
    return ['judged', ...await climb()];
  } finally {
    state.folder.undo(texts);
  }
}

async function climb() {
  const { bench, folder, target } = state;
  let seen = '';
  if (state.script) {
    const ended = await bench.script(state.script, 6);
    if (!ended.end.startsWith('ok') ) return ['reproduce', 0, state.script + ' still fails: ' + JSON.stringify(ended.chain || ended.end).slice(0, 300), '', 0, ''];
    seen += ended.end;
    folder.fresh();
  }
  if (state.call) {
    const calls = [...state.call.failing, ...state.call.other.map((o) => o[0])];
    const ends = await bench.calls({ ...state.call.job, calls }, 8);
    if (!ends) return ['reproduce', 0, 'it hangs or ends by itself', '', 0, ''];
    for (let i = 0; i < state.call.failing.length; i++) {
      const fault = ends[i].chain && ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'Late'].includes(ends[i].chain[0][0]);
      if (!ends[i].end.startsWith('ok') && (fault || i === 0)) return ['reproduce', 0, 'the call with ' + state.call.failing[i].slice(0, 200) + ' still fails: ' + (ends[i].chain ? ends[i].chain[0][1] : ends[i].end), '', 0, ''];
    }
    folder.fresh();
    state.changed = 0;
    for (let i = 0; i < state.call.other.length; i++) {
      const now = ends[state.call.failing.length + i].end;
      if (now !== state.call.other[i][1]) state.changed++;
      if (target && !now.startsWith('ok')) return ['inputs', 0, 'new crash on ' + state.call.other[i][0].slice(0, 200), '', 0, ''];
    }
    seen += JSON.stringify(ends.map((e) => e.end));
  }
  const wantedFiles = state.files.filter((f) => state.wanted.some((w) => w === f || w.startsWith(f + ' > ')));
  const rest = state.files.filter((f) => !wantedFiles.includes(f));
  let all = [];
  for (const files of [wantedFiles, rest]) {
    if (!files.length) continue;
    const ran = await bench.tests(files, Math.min(state.limit, state.brief), false);
    if (ran.ended) return ['failing tests', 0, ran.ended, '', 0, ''];
    folder.fresh();
    all = all.concat(ran.passed);
    const missing = state.wanted.filter((w) => files.some((f) => w === f || w.startsWith(f + ' > ')) && !ran.passed.includes(w));
    if (missing.length) {
      const chain = ran.failed[missing[0]] || [];
      return ['failing tests', 0, missing[0] + ' still fails' + (chain.length ? ': ' + chain[0][0] + ': ' + chain[0][1].slice(0, 300) : ''), '', 0, ''];
    }
  }
  const broken = state.passed.filter((p) => !all.includes(p));
  if (broken.length) return ['tests', 0, 'breaks ' + broken.slice(0, 3).join(', '), '', 0, ''];
  return ['', 1, '', crypto.createHash('sha1').update(seen).digest('hex'), state.changed || 0, state.passed.length];
}

function send(texts) {
  const parts = [Buffer.from(texts.length + '\n')];
  for (const text of texts) {
    const data = Buffer.from(String(text));
    parts.push(Buffer.from(data.length + '\n'), data);
  }
  fs.writeSync(1, Buffer.concat(parts));
}

let buffer = Buffer.alloc(0);
let chain = Promise.resolve();

function next() {
  let at = 0;
  const line = () => {
    const end = buffer.indexOf(10, at);
    if (end < 0) return null;
    const text = buffer.toString('utf8', at, end);
    at = end + 1;
    return text;
  };
  const count = line();
  if (count === null) return null;
  const texts = [];
  for (let i = 0; i < Number(count); i++) {
    const length = line();
    if (length === null || at + Number(length) > buffer.length) return null;
    texts.push(buffer.toString('utf8', at, at + Number(length)));
    at += Number(length);
  }
  buffer = buffer.subarray(at);
  return texts;
}

async function serve(job) {
  try {
    if (job[0] === 'hello') send(['hello', process.version]);
    else if (job[0] === 'open') send(await open(job.slice(1)));
    else if (job[0] === 'judge' && state) send(await judge(job.slice(1)));
  } catch (error) {
    const said = String(error && error.stack).slice(-1500);
    send(job[0] === 'open' ? ['opened', 'the runner failed: ' + said, '', 0, '', '', 0, 0, 0, 0] : ['judged', 'run', 0, said, '', 0, '']);
  }
}

process.stdin.on('data', (data) => {
  buffer = Buffer.concat([buffer, data]);
  for (let job = next(); job; job = next()) {
    const one = job;
    chain = chain.then(() => serve(one));
  }
});
process.stdin.on('end', () => process.exit(0));
