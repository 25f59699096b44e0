// Reads the index of docs/search-format.md, where the steps are described. Exports are for tests.

// Scripts without spaces.
const DENSE = '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}';
const LETTER = `(?![${DENSE}])[\\p{L}\\p{N}`;
const WORD = new RegExp(`(?:(?=[${DENSE}])[\\p{L}\\p{N}\\p{M}])+|${LETTER}](?:${LETTER}\\p{M}\\u00ad\\u200c\\u200d])*(?:['’](?:s|t|d|m|ll|re|ve)(?![\\p{L}\\p{N}]))?`, 'giu');
const DENSE_WORD = new RegExp(`^[${DENSE}]`, 'u');
const QUOTED = /["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]/g;
const WHOLE = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ', ё: 'е' };
const PAGE = 10, RERANKED = 200, CLOSENESS = 0.05, EXPANSIONS = 12, SHARDS = 4, EXCERPT = 240, SMALL = 6000;

export const fold = (word) => word.normalize('NFKD').replace(/([A-Za-z\u00aa-\u024f\u0370-\u03ff])[\u0300-\u036f]+/g, '$1')
  .replace(/[\u00ad\u200c\u200d'’]/g, '').normalize('NFC').toLowerCase().replace(/./gu, (c) => WHOLE[c] ?? c);

/** The words of a text: [form, start, end]. */
export function words(text) {
  const found = [];
  for (const { 0: run, index } of text.matchAll(WORD)) {
    const signs = DENSE_WORD.test(run) ? [...run] : [run];
    for (let at = index, i = 0; !i || i < signs.length - 1; at += signs[i++].length) {
      const word = signs[i] + (signs[i + 1] ?? '');
      found.push([fold(word), at, at + word.length]);
    }
  }
  return found;
}

export function parse(query) {
  const phrases = [], loose = new Map();
  const rest = query.replace(QUOTED, (_, inside) => { phrases.push(words(inside).map(([form]) => form)); return ' '; });
  for (const [form, start, end] of words(rest)) loose.set(form, { form, isCapital: /^\p{Lu}{2,}$/u.test(rest.slice(start, end)), isLast: end === rest.length });
  return { phrases: phrases.filter((phrase) => phrase.length), loose: [...loose.values()] };
}

export function isSlip(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const x = a.slice(i), y = b.slice(i);
  return x.slice(1) === y.slice(1) || x === y.slice(1) || x.slice(1) === y || (x.slice(2) === y.slice(2) && x[0] === y[1] && x[1] === y[0]);
}

export const tails = (word) => [0, -1, 1].map((d) => word.slice(Math.min(4, (word.length + d) >> 1) - d));
export const hash = (text) => [...Array(text.length).keys()].reduce((h, i) => (Math.imul(h, 31) + text.charCodeAt(i)) >>> 0, 0);

export function reader(bytes) {
  let at = 0;
  const number = () => { let value = 0, shift = 0, b; do { b = bytes[at++]; value |= (b & 127) << shift; shift += 7; } while (b > 127); return value; };
  const take = (count = bytes.length) => bytes.subarray(at, at += count);
  const briefs = (count) => { let brief = -1; return Uint32Array.from({ length: count }, () => (brief += 1 + number())); };
  const text = (count) => new TextDecoder().decode(take(count));
  return { number, take, briefs, text, isDone: () => at >= bytes.length };
}

export function readLists(from, stems) {
  for (const stem of stems) stem.briefs = from.briefs(stem.count);
  for (const stem of stems) stem.weights = from.take(stem.count);
  for (const stem of stems) {
    stem.passages = Array.from({ length: stem.count }, () => {
      const list = [];
      let passage = 0, step;
      do { step = from.number(); list.push(passage += step >> 1); } while (step & 1);
      return list;
    });
  }
}

export function readShard(bytes, number) {
  const from = reader(bytes);
  let form = '', reference = 0;
  const forms = from.text(from.number()).split('\n').map((entry) => (form = form.slice(0, entry.charCodeAt(0) - 32) + entry.slice(1)));
  const references = forms.map(() => { const step = from.number(); return (reference += (step >>> 1) ^ -(step & 1)); });
  const stems = Array.from({ length: from.number() }, () => {
    const count = from.number();
    return count ? { shard: number, count: count >> 1, file: count & 1 ? from.number() : -1, forms: [] } : { shard: from.number(), index: from.number() };
  });
  forms.forEach((f, i) => stems[references[i]].forms?.push(f));
  const short = stems.filter((stem) => stem.file < 0);
  readLists(from, short);
  return { stems, short, where: (test) => forms.flatMap((f, i) => (test(f) ? [stems[references[i]]] : [])) };
}

/** Each file is fetched once. */
export function openIndex(folder) {
  const kept = new Map(), all = (promises) => Promise.all(promises);
  const once = (name, make) => {
    if (!kept.has(name)) kept.set(name, make().catch((fault) => { kept.delete(name); throw fault; }));
    return kept.get(name);
  };
  const file = (name) => once(name, async () => {
    const response = await fetch(`${folder}${name}.bin`);
    if (!response.ok) throw Error(name);
    return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());
  });
  const text = async (name) => reader(await file(name)).text();
  const root = () => once('', async () => { const data = JSON.parse(await text('root')); return { ...data, keys: data.shards.split(' '), stop: new Set(data.stop.split(' ')) }; });
  const shard = (number) => once(number, async () => readShard(await file(`w/${number}`), number));
  const place = async (form) => (await root()).keys.findLastIndex((key) => key <= form);
  const resolve = async (stems) => [...new Set(await all(stems.map(async (stem) => stem.index >= 0 ? (await shard(stem.shard)).stems[stem.index] : stem)))];
  const exact = async (form) => resolve((await shard(await place(form))).where((f) => f === form));

  async function beginning(start, test = (form) => form.startsWith(start)) {
    const first = await place(start), last = await place(start + '\uffff');
    return resolve((await all([...Array(Math.min(SHARDS, last - first + 1)).keys()].map((i) => shard(first + i)))).flatMap(({ where }) => where(test)));
  }

  async function near(word) {
    if (word.length < 4 || DENSE_WORD.test(word)) return [];
    const isNear = (form) => isSlip(word, form), here = await resolve((await shard(await place(word))).where(isNear));
    if (here.length) return here;
    const files = (await root()).tails, forms = await all(tails(word).map(async (tail) => {
      const line = (await text(`e/${hash(tail) % files}`)).split('\n').find((entry) => entry.startsWith(tail + ' ')) ?? '';
      return line.split(' ').slice(1).map((head) => head + tail).filter(isNear);
    }));
    const found = (await all(forms.flat().map(exact))).flat();
    return found.length ? found : beginning(word.slice(0, 3), isNear);
  }

  async function list(stem) {
    const bytes = stem.briefs ?? await file(`l/${stem.file}`);
    if (!stem.briefs) readLists(reader(bytes), [stem]);
    return stem;
  }

  async function positions(stem, form, isAsked) {
    const count = stem.forms.length, wanted = stem.forms.indexOf(form), found = new Map();
    const read = (from, i) => {
      for (; !from.isDone(); i++) {
        const at = [];
        for (let n = from.number(), position = 0; n; n--) {
          const step = from.number();
          position += Math.floor(step / count);
          if (step % count === wanted) at.push(position);
        }
        if (at.length) found.set(stem.briefs[i], at);
      }
    };
    if (stem.file < 0) {
      const from = reader(await file(`p/${stem.shard}`));
      for (const other of (await shard(stem.shard)).short) {
        const bytes = from.take(from.number());
        if (other === stem) read(reader(bytes), 0);
      }
    } else {
      const parts = new Set([...stem.briefs.keys()].filter((i) => isAsked(stem.briefs[i])).map((i) => i >> 10));
      await all([...parts].map(async (part) => read(reader(await file(`l/${stem.file}-${part}`)), part << 10)));
    }
    return found;
  }

  // The rarest word first: it leaves fewest briefs to look at.
  async function holding(phrase) {
    const options = await all(phrase.map(exact)), count = (i) => options[i].reduce((sum, stem) => sum + stem.count, 0);
    let starts;
    for (const i of [...phrase.keys()].sort((a, b) => count(a) - count(b))) {
      const here = new Map();
      for (const stem of options[i]) {
        for (const [brief, at] of await positions(await list(stem), phrase[i], (b) => !starts || starts.has(b))) here.set(brief, [...here.get(brief) ?? [], ...at.map((p) => p - i)]);
      }
      starts = starts ? new Map([...starts].map(([brief, at]) => [brief, at.filter((p) => here.get(brief)?.includes(p))]).filter(([, at]) => at.length)) : here;
    }
    return starts;
  }

  async function understand(query) {
    const { briefs, stop } = await root(), { phrases, loose } = parse(query), corrected = [];
    const telling = loose.filter((word) => word.isCapital || !stop.has(word.form));
    const terms = await all((telling.length || phrases.length ? telling : loose).map(async ({ form, isLast }) => {
      const best = (found) => found.sort((a, b) => b.count - a.count).slice(0, EXPANSIONS);
      let stems = await exact(form);
      if (!stems.length && isLast) stems = best(await beginning(form));
      if (!stems.length && (stems = best(await near(form))).length) corrected.push([form, stems[0].forms.find((f) => isSlip(form, f)) ?? stems[0].forms[0]]);
      for (let start = form; !stems.length && start.length > 3; start = start.slice(0, -1)) stems = best(await beginning(start));
      return { stems };
    }).concat([...new Set(phrases.flat())].map(async (form) => ({ stems: await exact(form) }))));
    const known = terms.filter(({ stems }) => stems.length);
    for (const term of known) {
      const count = Math.min(briefs, term.stems.reduce((sum, stem) => sum + stem.count, 0));
      term.rarity = Math.log(1 + (briefs - count + 0.5) / (count + 0.5));
      term.isCommon = count > briefs / 2 && term.stems.some((stem) => stem.file >= 0);
    }
    const useful = known.some((term) => !term.isCommon) ? known.filter((term) => !term.isCommon) : known;
    await all(useful.flatMap(({ stems }) => stems.map(list)));
    return { terms: useful, phrases, corrected };
  }

  async function search(query) {
    const { briefs: count } = await root(), meaning = await understand(query);
    const scores = new Float32Array(count), best = new Float32Array(count), matches = [];
    for (const { stems, rarity } of meaning.terms) {
      for (const { briefs, weights } of stems) briefs.forEach((brief, i) => { best[brief] = Math.max(best[brief], weights[i] + 1); });
      for (const { briefs } of stems) for (const brief of briefs) { scores[brief] += best[brief] / 32 * rarity; best[brief] = 0; }
    }
    for (const phrase of meaning.phrases) {
      const starts = await holding(phrase);
      for (let brief = 0; brief < count; brief++) scores[brief] = starts.has(brief) ? scores[brief] || 1e-6 : 0;
    }
    scores.forEach((score, brief) => score > 0 && matches.push(brief));
    return { ...meaning, scores, matches };
  }

  const facet = (key) => once(key, async () => {
    const from = reader(await file(`f/${key}`));
    return JSON.parse(from.text(from.number())).map(([value, name, parent]) => ({ value, name, parent, briefs: from.briefs(from.number()) }));
  });
  const brief = async (number, part) => JSON.parse(await text(`t/${number >> 8}/${number}-${part}`));
  return { root, search, facet, brief };
}

const passagesOf = (terms, brief) => terms.map(({ stems }) => stems.flatMap((stem) => stem.passages[stem.briefs.indexOf(brief)] ?? []));

/** Best first, then newest first. */
export function rank({ scores, terms }, matches, byDate, count) {
  if (byDate) return matches.slice(-count).reverse();
  const most = Math.max(count, RERANKED), least = matches.length > most ? Float32Array.from(matches, (brief) => scores[brief]).sort().at(-most) : 0;
  const better = (a, b) => b[1] - a[1] || b[0] - a[0];
  const order = matches.filter((brief) => scores[brief] >= least).map((brief) => [brief, scores[brief]]).sort(better), top = order.splice(0, RERANKED);
  for (const entry of top) {
    passagesOf(terms, entry[0]).forEach((passages, a, all) => {
      for (let b = 0; b < a; b++) if (passages.some((passage) => all[b].includes(passage))) entry[1] += CLOSENESS * Math.min(terms[a].rarity, terms[b].rarity);
    });
  }
  return [...top.sort(better), ...order].slice(0, count).map(([brief]) => brief);
}

export function partOf(terms, brief) {
  const votes = [0];
  passagesOf(terms, brief).forEach((passages, t) => { for (const part of new Set(passages.map((passage) => (passage - 1) >> 2))) if (part >= 0) votes[part] = (votes[part] ?? 0) + terms[t].rarity; });
  return votes.reduce((best, vote, part) => (vote > votes[best] ? part : best), 0);
}

export function excerpt(body, marks) {
  const found = words(body);
  let at = 0, most = 0;
  found.forEach(([form, start], i) => {
    if (!marks.has(form)) return;
    const near = found.slice(i).filter(([, , end]) => end < start + EXCERPT * 0.8).map(([f]) => f).filter((f) => marks.has(f));
    const weight = near.length / 10 + [...new Set(near)].reduce((sum, f) => sum + marks.get(f), 0);
    if (weight > most) [at, most] = [start, weight];
  });
  const sentence = body.slice(0, at).search(/[^.!?。\n]*$/);
  const start = at < 80 ? 0 : at - sentence < 80 ? sentence : found.find((word) => word[1] > at - 50)[1];
  const end = body.length - start <= EXCERPT ? body.length : found.findLast((word) => word[2] <= start + EXCERPT)?.[2] ?? start + EXCERPT;
  return (start ? '… ' : '') + body.slice(start, end).trim().replace(/\s+/g, ' ') + (end < body.length ? ' …' : '');
}

function write(element, content, marks) {
  const ranges = [];
  for (const [form, start, end] of words(content)) {
    if (!marks.has(form)) continue;
    if (ranges.at(-1)?.[1] > start) ranges.at(-1)[1] = end; else ranges.push([start, end]);
  }
  let at = 0;
  for (const [start, end] of ranges) {
    const mark = document.createElement('mark');
    mark.textContent = content.slice(start, end);
    element.append(content.slice(at, start), mark);
    at = end;
  }
  element.append(content.slice(at));
}

function start(page) {
  const part = (name) => page.querySelector(`[data-search-${name}]`);
  const form = page.querySelector('form'), { q, sort, from, to } = form.elements, fields = [q, sort, from, to];
  const state = part('state'), note = part('note'), list = part('results'), more = part('more'), filters = part('filters'), facets = [...filters.querySelectorAll('details')];
  const index = openIndex(page.dataset.searchIndex), home = page.dataset.searchRoot.slice(0, -1), language = document.documentElement.lang;
  let run = 0, chosen, found, matches, timer;

  const say = (value, total, words) => { [state.dataset.searchTotal, state.dataset.searchState, state.textContent] = [total, value, words]; };
  const told = (name, ...values) => values.reduce((words, value) => words.replace(/{\w*}/, value), state.dataset[name] ?? state.dataset.other);
  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  const link = (href, textContent) => element('a', { href, textContent });
  const topicLinks = (topics) => topics.flatMap(([name, slug], i) => [i ? told('comma') : '', link(`${home}/topics/${encodeURIComponent(slug)}/`, name)]);
  const copy = (name) => part(name).content.cloneNode(true).firstElementChild;

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) field.value = asked.get(field.name) ?? field.options?.[0].value ?? '';
    chosen = new Map(facets.map(({ dataset }) => [dataset.searchFacet, new Set(asked.getAll(dataset.searchFacet))]));
  }

  function writeAddress(isStep) {
    const asked = new URLSearchParams();
    for (const { name, value, options } of fields) if (value && value !== options?.[0].value) asked.append(name, value);
    for (const [key, values] of chosen) for (const value of values) asked.append(key, value);
    if (`?${asked}` !== (location.search || '?')) history[isStep ? 'pushState' : 'replaceState'](null, '', `?${asked}`);
  }

  async function narrow(all, aside) {
    for (const [key, values] of chosen) {
      if (!values.size || key === aside) continue;
      const briefs = new Set((await index.facet(key)).flatMap((term) => (values.has(term.value) ? [...term.briefs] : [])));
      all = all.filter((brief) => briefs.has(brief));
    }
    if (!from.value && !to.value) return all;
    const within = (await index.root()).years.flatMap(([year, count]) => Array(count).fill(year && year >= from.value && year <= (to.value || 9999)));
    return all.filter((brief) => within[brief]);
  }

  async function update() {
    const mine = ++run, query = q.value.trim(), isAsked = !!query || !!from.value || !!to.value || [...chosen.values()].some(({ size }) => size);
    clearTimeout(timer);
    say('loading', 0, state.textContent);
    try {
      const root = await index.root(), all = isAsked ? [...Array(root.briefs).keys()] : [];
      const next = query ? await index.search(query) : { terms: [], matches: all, phrases: [], corrected: [] };
      const passing = await narrow(next.matches);
      if (mine !== run) return;
      [found, matches] = [next, passing];
      const items = await page10(0), isSmall = root.facets.reduce((sum, [, , bytes]) => sum + bytes, 0) < SMALL;
      if (isAsked && isSmall) await count(mine);
      const lines = isAsked ? await hints(query) : [];
      if (mine !== run) return;
      list.replaceChildren(...items);
      note.replaceChildren(...lines);
      page.toggleAttribute('data-search-asked', isAsked);
      const total = matches.length;
      more.hidden = items.length >= total;
      say(isAsked ? 'done' : 'idle', total, isAsked ? told(total ? new Intl.PluralRules(language).select(total) : 'none', total.toLocaleString(language)) : '');
      if (isAsked && !isSmall) timer = setTimeout(() => count(mine).catch(console.warn), 300);
    } catch (fault) {
      console.warn(fault);
      if (mine !== run) return;
      note.replaceChildren(element('button', { type: 'button', textContent: told('retry'), onclick: update }));
      say('error', 0, told('error'));
    }
  }

  const page10 = (first) => Promise.all(rank(found, matches, sort.value === 'date' || !q.value.trim(), first + PAGE).slice(first).map(item));

  async function item(brief) {
    const data = await index.brief(brief, partOf(found.terms, brief)), result = copy('template'), field = (name) => result.querySelector(`[data-${name}]`);
    const marks = new Map(found.terms.flatMap(({ stems, rarity }) => stems.flatMap(({ forms }) => forms.map((f) => [f, rarity]))));
    field('meta').textContent = [data.kind, data.date || told('undated'), data.authors].filter((part) => part).join(' · ');
    for (const [name, content] of [['title', data.title], ['summary', data.summary], ['search-excerpt', excerpt(data.body, marks)]]) {
      write(field(name), content, marks);
      if (data.language !== language) Object.assign(field(name), { lang: data.language, dir: 'auto' });
    }
    field('title').href = home + data.url;
    field('topics').append(...topicLinks(data.topics));
    return result;
  }

  async function hints(query) {
    const lines = found.corrected.map((pair) => [told('corrected', ...pair)]);
    if (!matches.length) {
      if (found.phrases.length) lines.push([told('inexact') + ' ', link(`?q=${encodeURIComponent(query.replace(QUOTED, ' $1 ').trim())}`, told('loosely'))]);
      const likeness = ({ name }) => words(name).some(([a]) => words(query).some(([b]) => a.startsWith(b.slice(0, 3))));
      const topics = (await index.root()).facets.some(([key]) => key === 'topic') ? await index.facet('topic') : [];
      topics.sort((a, b) => likeness(b) - likeness(a) || b.briefs.length - a.briefs.length);
      if (topics.length) lines.push([told('topics') + ' ', ...topicLinks(topics.slice(0, 5).map(({ name, value }) => [name, value]))]);
    }
    return lines.map((line) => { const p = element('p'); p.append(...line); return p; });
  }

  async function count(mine) {
    const root = await index.root();
    for (const facet of filters.open ? facets : []) {
      const key = facet.dataset.searchFacet, values = chosen.get(key);
      facet.hidden = !root.facets.some(([name]) => name === key);
      if (facet.hidden || !(facet.open ||= values.size)) continue;
      const terms = await index.facet(key), isMatch = new Uint8Array(root.briefs), rows = [];
      for (const brief of await narrow(found.matches, key)) isMatch[brief] = 1;
      if (mine !== run) return;
      for (const term of terms) term.count = term.briefs.reduce((sum, brief) => sum + isMatch[brief], 0);
      const add = (parent, level) => {
        for (const term of terms.filter((t) => t.parent === parent && (t.count || values.has(t.value))).sort((a, b) => b.count - a.count)) {
          const row = copy('facet-template'), [label, box, name, number] = row.querySelectorAll('*');
          [label.dataset.searchFacetValue, number.dataset.searchFacetCount, row.dataset.level] = [term.value, term.count, level];
          [name.textContent, number.textContent, box.checked, box.value] = [term.name, term.count.toLocaleString(language), values.has(term.value), term.value];
          if (key === 'language') name.lang = term.value;
          box.onchange = () => { values[box.checked ? 'add' : 'delete'](term.value); change(); };
          rows.push(row);
          add(terms.indexOf(term), level + 1);
        }
      };
      add(-1, 0);
      const ul = facet.querySelector('ul'), { value } = ul.querySelector(':focus') ?? ul;
      ul.replaceChildren(...rows);
      [...ul.querySelectorAll('input')].find((box) => box.value === value)?.focus();
    }
  }

  const change = () => { writeAddress(true); update(); };
  form.onsubmit = (event) => { event.preventDefault(); change(); };
  sort.onchange = from.onchange = to.onchange = change;
  q.oninput = () => { say('loading', 0, state.textContent); clearTimeout(timer); timer = setTimeout(() => { writeAddress(); update(); }, 60); };
  for (const details of [filters, ...facets]) details.ontoggle = () => details.open && found && count(run).catch(console.warn);
  addEventListener('popstate', () => { readAddress(); update(); });
  more.onclick = async () => {
    const mine = run, items = await page10(list.children.length);
    if (mine !== run) return;
    list.append(...items);
    more.hidden = list.children.length >= matches.length;
    items[0].querySelector('a').focus();
  };
  document.onkeydown = (event) => {
    const stops = [q, ...list.querySelectorAll('[data-title]')], at = stops.indexOf(event.target), next = stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (event.key === '/' && !event.target.closest('input, select') && !event.ctrlKey && !event.metaKey) { q.focus(); q.select(); }
    else if (at >= 0 && next) next.focus();
    else if (event.key === 'Escape' && at > 0) q.focus();
    else return;
    event.preventDefault();
  };
  readAddress();
  filters.open = matchMedia('(min-width: 64em)').matches;
  index.root().then(({ years }) => {
    const known = years.map(([year]) => year).filter((year) => year);
    for (let year = known.at(-1); year >= known[0]; year--) for (const field of [from, to]) field.add(new Option(year.toLocaleString(language, { useGrouping: false }), year));
    readAddress();
  }).catch(console.warn).then(update);
}

const page = globalThis.document?.querySelector('[data-search-index]');
if (page) start(page);
