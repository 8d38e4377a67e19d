import { say } from './dom.js';
import { ask, follow, keyOf } from './board.js';
import { listing, parts, tally } from './rows.js';
import { drawDetail, drawEmpty } from './detail.js';
import { drawFlow, warning } from './pipeline.js';
import { refresh } from './when.js';

const by = (id) => document.getElementById(id);
const LINK_WORDS = { connecting: 'connecting', live: 'live', lost: 'connection lost, trying again' };
const drawRows = listing(by('rows'));

let rows = [];
let total = 0;
let known = false; // a first snapshot came
let shownText = '';
let shownKey = '';
let asked = 0;

/** Which incident the address names; the address is the only place that knows. */
function selected() {
  const [, topic, fingerprint] = location.hash.split('/');
  try {
    return topic && fingerprint ? { topic: decodeURIComponent(topic), fingerprint: decodeURIComponent(fingerprint) } : null;
  } catch {
    return null;
  }
}

function selectedKey() {
  const chosen = selected();
  return chosen ? keyOf(chosen) : '';
}

function drawList() {
  drawRows(rows, selectedKey());
  tally(by('tally'), rows, total);
  by('more').hidden = total <= rows.length;
  say(by('more'), `${total - rows.length} older ones: /api/incidents lists them all`);
}

/** Replaces the detail, but keeps what a reader had opened, scrolled to and typed. */
function show(elements, drawn) {
  if (drawn === shownText) return;
  shownText = drawn;
  const detail = by('detail');
  const open = new Set([...detail.querySelectorAll('details[open]')].map((d) => d.dataset.keep));
  const typed = detail.querySelector('textarea');
  const text = typed?.value ?? '';
  const typing = typed && document.activeElement === typed;
  detail.replaceChildren(...elements);
  for (const folded of detail.querySelectorAll('details')) folded.open = open.has(folded.dataset.keep);
  const fresh = detail.querySelector('textarea');
  if (fresh && shownKey === selectedKey()) {
    fresh.value = text;
    if (typing) fresh.focus();
  }
  shownKey = selectedKey();
}

async function drawChosen() {
  const chosen = selected();
  document.body.dataset.view = chosen ? 'one' : known && !rows.length ? 'none' : 'all';
  if (!chosen) {
    document.title = 'Tracemend';
    if (known) show(drawEmpty(rows.length > 0), rows.length ? 'choose' : 'none');
    return;
  }
  const turn = ++asked;
  try {
    const incident = await ask(`/api/incidents/${encodeURIComponent(chosen.topic)}/${encodeURIComponent(chosen.fingerprint)}`);
    if (turn !== asked) return;
    const { type, text } = parts(incident.title);
    document.title = `${type || text} · Tracemend`;
    show(drawDetail(incident), JSON.stringify(incident));
  } catch (problem) {
    if (turn === asked && known) show([message(problem.message)], `problem ${problem.message}`);
  }
}

function message(text) {
  const made = document.createElement('div');
  made.className = 'empty';
  made.append(Object.assign(document.createElement('h1'), { textContent: 'This incident cannot be shown' }));
  made.append(Object.assign(document.createElement('p'), { textContent: text }));
  return made;
}

follow({
  rows(sorted, all, changed) {
    rows = sorted;
    total = all;
    known = true;
    drawList();
    if (!changed || !selected() || changed.has(selectedKey())) drawChosen();
  },
  pipeline(report) {
    drawFlow(by('flow'), report);
    const words = warning(report);
    by('banner').hidden = !words;
    say(by('banner'), words);
  },
  link(state) {
    by('link').dataset.state = state;
    say(by('link-text'), LINK_WORDS[state]);
  },
});

addEventListener('hashchange', () => {
  drawList();
  drawChosen();
  scrollTo(0, 0);
  if (selected() && !by('incidents').offsetParent) by('detail').focus({ preventScroll: true });
});
setInterval(refresh, 5_000);
ask('/deploy').then((about) => {
  by('note').hidden = !about.model_note;
  say(by('note'), about.model_note);
}, () => {});
drawChosen();
