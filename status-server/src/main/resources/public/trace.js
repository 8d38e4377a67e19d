import { el } from './dom.js';

/** The endings by which a line of a trace shows that it names one of these frames, whatever the language. */
function marks(exceptions) {
  return exceptions
    .flatMap((thrown) => thrown.frames)
    .filter((frame) => frame.inApp && frame.file && frame.line > 0)
    .flatMap((frame) => [`${frame.file}:${frame.line}`, `${frame.file}", line ${frame.line}`]);
}

function names(line, mark) {
  const at = line.indexOf(mark);
  return at >= 0 && !/\d/.test(line[at + mark.length] ?? '') && !/[\w$-]/.test(line[at - 1] ?? '');
}

/** What a line of the window is: a frame of our own code, a library's frame, the exception itself, or a plain line. */
export function kindOf(line, own) {
  if (own.some((mark) => names(line, mark))) return 'own';
  if (/^\s+at\s|^\s+File "|^\s*\.\.\. \d+ (more|common)/.test(line)) return 'frame';
  if (/^(Caused by: |Suppressed: )?([\w$]+\.)*[\w$]*(Exception|Error|Throwable)\b/.test(line.trimStart())) return 'thrown';
  if (/\b(ERROR|FATAL|SEVERE|CRITICAL)\b/.test(line)) return 'error';
  if (/\bWARN(ING)?\b/.test(line)) return 'warn';
  return 'plain';
}

export function drawLog(incident) {
  const own = marks(incident.exceptions);
  const lines = incident.log.flatMap((entry) => entry.split('\n'));
  return el('div', { class: 'log scroll', tabindex: '0', role: 'region', 'aria-label': 'Log lines' },
    lines.map((line) => el('div', { class: `line ${kindOf(line, own)}` }, line || '\u200b')),
    incident.truncated ? el('div', { class: 'line cut' }, '… more lines were left out') : null);
}
