// Ties the parts together: what the board tells and what the address names becomes what is seen.

import { say } from './dom.js';
import { ask, follow, keyOf } from './board.js';
import { charts } from './charts.js';
import { detailView } from './view.js';
import { filters, isEmpty, matcher } from './filters.js';
import { liveBar } from './live.js';
import { drawFlow, warning } from './pipeline.js';
import { parts, tally } from './rows.js';
import { virtualList } from './virtual.js';
import { refresh } from './when.js';
import { drawDetail, drawEmpty, drawProblem } from './detail.js';

const by = (id) => document.getElementById(id);
const LINK_WORDS = { connecting: 'connecting', live: 'live', lost: 'connection lost, trying again' };

let rows = [];
let total = 0;
let complete = true; // whether older rows are on their way
let known = false; // a first snapshot came
let asked = 0;

const list = virtualList(by('rows'), by('incidents'), by('list-head'));
const live = liveBar(by('live'), (what) => (what === 'pause' ? live.pause(rows, true, complete) : goOn()));
const filter = filters(by('filters'), () => {
  list.toTop();
  drawList();
});
const view = detailView(by('detail'));
const overview = charts();

/** What the address names: an incident, the charts, or nothing; the address is the only place that knows. */
function selected() {
  const [, first, second] = location.hash.split('/');
  if (first === 'charts' && !second) return { charts: true };
  try {
    return first && second ? { topic: decodeURIComponent(first), fingerprint: decodeURIComponent(second) } : null;
  } catch {
    return null;
  }
}

function selectedKey() {
  const chosen = selected();
  return chosen?.topic ? keyOf(chosen) : '';
}

function goOn() {
  live.resume();
  list.toTop();
}

/** What there is room for on a small screen; before the list, which draws itself only where it is seen. */
function drawView() {
  document.body.dataset.view = selected() ? 'one' : known && !rows.length ? 'none' : 'all';
}

function drawList() {
  drawView();
  const fits = matcher(filter.current());
  const everything = isEmpty(filter.current());
  const all = live.rows(rows);
  const shown = everything ? all : all.filter(fits);
  list.draw(shown, selectedKey());
  live.draw(everything ? rows : rows.filter(fits));
  tally(by('tally'), shown, all, total);
  by('none').hidden = everything || shown.length > 0 || !known;
  by('more').hidden = total <= rows.length || !known;
  say(by('more'), `${(total - rows.length).toLocaleString()} older ones: /api/incidents lists them all`);
}

async function drawChosen() {
  const chosen = selected();
  overview.show(!chosen || Boolean(chosen.charts));
  const turn = ++asked;
  if (!chosen?.topic) {
    document.title = 'Tracemend';
    if (!known) return;
    view.show(rows.length || chosen ? 'charts' : 'none', '', rows.length || chosen ? [overview.element] : drawEmpty());
    return;
  }
  try {
    const incident = await ask(`/api/incidents/${encodeURIComponent(chosen.topic)}/${encodeURIComponent(chosen.fingerprint)}`);
    if (turn !== asked) return;
    const { type, text } = parts(incident.title);
    document.title = `${type || text} · Tracemend`;
    view.show(JSON.stringify(incident), keyOf(chosen), drawDetail(incident));
  } catch (problem) {
    if (turn === asked && known) view.show(`problem ${problem.message}`, keyOf(chosen), drawProblem(problem.message));
  }
}

follow({
  rows(sorted, all, changed, isAll) {
    rows = sorted;
    complete = isAll;
    total = all;
    known = true;
    filter.topics(new Set(rows.map((row) => row.topic)));
    drawList();
    if (!changed || !selectedKey() || changed.has(selectedKey())) drawChosen();
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

addEventListener('scroll', () => {
  const away = list.isScrolled();
  if (away && !live.isPaused()) live.pause(rows, false, complete);
  else if (!away && live.isByScroll()) live.resume();
  else return;
  drawList();
}, { capture: true, passive: true });

by('live').addEventListener('click', drawList); // after what its button did
by('none').querySelector('button').addEventListener('click', () => filter.clear());

addEventListener('hashchange', () => {
  if (location.hash === '#incidents') return; // the skip link
  drawList();
  drawChosen();
  scrollTo({ top: 0, behavior: 'instant' });
  if (selected() && !by('incidents').offsetParent) by('detail').focus({ preventScroll: true });
});
setInterval(refresh, 5_000);
ask('/deploy').then((about) => {
  by('note').hidden = !about.model_note;
  say(by('note'), about.model_note);
}, () => {});
drawList();
drawChosen();
