// An archive of random pieces, awkward on purpose: the same for the same seed.
//   node tests/interop/pieces.mjs COUNT SEED FOLDER
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [count, seed, folder] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
let state = seed >>> 0 || 1;
const random = () => { state ^= state << 13; state >>>= 0; state ^= state >>> 17; state ^= state << 5; state >>>= 0; return state / 2 ** 32; };
const pick = (list) => list[Math.floor(random() * list.length)];
const chance = (share) => random() < share;
const whole = (least, most) => least + Math.floor(random() * (most - least + 1));
const quoted = JSON.stringify;

const words = "water meters who pays for the last mile a city of pipes and dams in drought climate policy between rivers up to 2030 vs. WHO iPhone carbon e-mail state-owned low-income versus via near farms' wells don't it's l’eau co-operation U.S. per cent the an so yet".split(" ");
const given = ["Ana", "Tom", "Jean-Paul", "J.", "J. Q.", "J.Q.", "María José", "Åsa", "Ștefan", "Élodie", "Wm. H.", "M", "Chi-Wai", "Lê Thị", "Peter M.", "DeShawn", "JP", "Abd al-Rahman", "Ann-marie", "Karl Otto"];
const family = ["Ruiz", "O’Reilly", "O'Neil", "Müller", "Nguyễn", "van der Berg", "de la Cruz", "von Humboldt", "al-Hakim", "d'Alembert", "Smith-Jones", "Łukasz", "De Vries", "McDonald", "Ibn Khaldun", "ten Brink", "Lee", "St. John", "Le Guin"];
const others = ["김철수", "王小明", "김 철수", "山田 太郎", "Иван Петров", "Иван П. Петров", "Νίκος Παππάς", "محمد حسن", "محمد بن سلمان", "יוסף כהן", "Madonna", "Plato", "สมชาย ใจดี", "राम कुमार", "Deng Xiaoping"];
const bodies = ["Office of Statistics", "World Health Organization", "Institute for Water", "the Collective", "Ministry “A”", "UN-Habitat"];
const foreign = ["水の会計", "수자원 회계", "Учёт воды: кто платит?", "حسابات المياه", "Λογαριασμοί νερού", "जल लेखा", "Water 水", "Qui paie : l’eau ?"];
const kinds = ["policy brief", "report", "working paper", "commentary", "article", "speech", "testimony", "Note", "data brief", "Op-ed"];

function author() {
  const draw = random();
  if (draw < 0.14) return { name: pick(others) };
  if (draw < 0.24) return { name: pick(bodies), organization: true };
  const name = `${pick(given)} ${pick(family)}`;
  if (draw < 0.32) return { name: name + pick([", Jr.", ", III", " Jr.", " III"]) };
  if (draw < 0.4) return { name: `${pick(family)}, ${pick(given)}` };
  return { name };
}

const settings = [(w) => `"${w}"`, (w) => `"${w} ${pick(words)}"`, (w) => `“${w}”`, (w) => `'${w}'`, (w) => `‘${w}’`, (w) => `(${w})`, (w) => `${w}:`, (w) => `${w}?`, (w) => `${w},`, (w) => `${w} –`, (w) => `${w}/${pick(words)}`, (w) => w[0].toUpperCase() + w.slice(1), (w) => w.toUpperCase()];

function title() {
  if (chance(0.04)) return pick(foreign);
  const text = Array.from({ length: whole(1, 9) }, () => chance(0.35) ? pick(settings)(pick(words)) : pick(words)).join(" ");
  return (chance(0.7) ? text[0].toUpperCase() + text.slice(1) : text) + (chance(0.15) ? pick(["?", ".", "!", "…", "..."]) : "");
}

// Names of one address are one author.
const address = (name) => name.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/ł/g, "l").replace(/[^\p{L}\p{N}]+/gu, "");
const known = new Map();

function authors() {
  const chosen = new Set();
  for (let i = pick([0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 7, 20, 21, 30]); i > 0; i--) {
    const one = author();
    if (!known.has(address(one.name))) known.set(address(one.name), one);
    chosen.add(known.get(address(one.name)));
  }
  return [...chosen];
}

mkdirSync(join(folder, "briefs"), { recursive: true });
const [archive, publisher] = pick([["Policy Archive", "the Institute for Water"], ["Water notes: an archive", "Water notes: an archive"]]);
writeFileSync(join(folder, "settings.yml"), `title: ${quoted(archive)}\nbase_url: https://archive.example\npublisher: {name: ${quoted(publisher)}, issn: 0317-8471}\n`);
for (let i = 0; i < count; i++) {
  const lines = [`title: ${quoted(title())}`, `published: ${chance(0.85) ? `${whole(1990, 2024)}-${String(whole(1, 12)).padStart(2, "0")}-${String(whole(1, 28)).padStart(2, "0")}` : "unknown"}`, `kind: ${pick(kinds)}`];
  const names = authors();
  if (names.length > 0) lines.push("authors:", ...names.map(({ name, organization }) => `  - {name: ${quoted(name)}${organization ? ", organization: true" : ""}}`));
  if (chance(0.4)) lines.push(`series: ${quoted(pick(["Notes on water", "water in the city", "Briefs: what works?", "Cahiers de l’eau"]))}`);
  if (chance(0.4)) lines.push(`number: ${quoted(pick(["12", "7", "2016/3", "PB-16-07", "XII", "12a", "2019-04", "12-14", "no. 7", "3.2", "IV-2", "iv", "B12"]))}`);
  if (chance(0.2)) lines.push(`doi: ${quoted(pick(["10.1234/abc.5", "10.1234/Everything(2016);7"]))}`);
  if (chance(0.2)) lines.push(`language: ${pick(["fr", "en-GB", "de", "ar", "ja", "zh-Hans", "es"])}`);
  if (chance(0.1)) lines.push(`source: {name: ${quoted(pick(["The Times of Water", "journal of pipes"]))}, url: "https://times.example/a-${i}", title: ${quoted(title())}, permission: "By permission."}`);
  writeFileSync(join(folder, "briefs", `piece-${i}.md`), `---\n${lines.join("\n")}\n---\nText.\n`);
}
