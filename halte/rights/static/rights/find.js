/* Finds topics without a network, with the ranking of halte/rights/finding/ranking.py, step by step. */
"use strict";

const rankTopics = (() => {
  const prepared = new Map();

  const fold = (text, formula) => {
    const bare = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
    const told = Array.from(bare, (letter) => formula.letters[letter] ?? letter).join("").normalize("NFC");
    const words = (told.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => {
      const prefix = formula.prefixes.find((one) => word.startsWith(one) && word.length - one.length >= 3);
      return prefix ? word.slice(prefix.length) : word;
    });
    return words.filter((word) => Array.from(word).length > 1 || /\p{Nd}/u.test(word));
  };

  const grams = (word, formula) => {
    const edged = ["^", ...word, "$"];
    const found = new Set();
    for (const size of formula.grams)
      for (let start = 0; start + size <= edged.length; start += 1) found.add(edged.slice(start, start + size).join(""));
    return found;
  };

  const sound = (word, formula) => {
    let written = word;
    for (const [letters, one] of formula.digraphs) written = written.replaceAll(letters, one);
    let said = "";
    for (const letter of written) {
      const one = formula.sounds[letter] ?? "?";
      if (one && !said.endsWith(one)) said += one;
    }
    return said;
  };

  const put = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value]);

  const build = ({ formula, topics }) => {
    const index = { formula, words: [], weights: [], sizes: [], rarity: [], phrases: [], byGram: new Map(), bySound: new Map() };
    const numbers = new Map();
    topics.forEach(({ phrases }, place) => {
      index.phrases.push([]);
      for (const [name, told] of Object.entries(phrases)) {
        const weight = formula.weights[name];
        for (const phrase of told) {
          const known = [];
          for (const word of new Set(fold(phrase, formula))) {
            if (!numbers.has(word)) {
              numbers.set(word, index.words.length);
              index.words.push(word);
              index.weights.push(new Map());
            }
            const number = numbers.get(word);
            known.push(number);
            const held = index.weights[number];
            held.set(place, Math.max(held.get(place) ?? 0, weight));
          }
          if (known.length && name !== "text") index.phrases[place].push(known);
        }
      }
    });
    index.words.forEach((word, number) => {
      const mine = grams(word, formula);
      index.sizes.push(mine.size);
      for (const gram of mine) put(index.byGram, gram, number);
      const said = sound(word, formula);
      if (said.length >= 3) put(index.bySound, said, number);
      const held = index.weights[number].size;
      index.rarity.push(Math.log(1 + (topics.length - held + 0.5) / (held + 0.5)));
    });
    return index;
  };

  const like = (index, word) => {
    const { formula } = index;
    const mine = grams(word, formula);
    const shared = new Map();
    for (const gram of mine) for (const other of index.byGram.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    const found = new Map();
    let exact = -1;
    for (const [other, count] of shared) {
      const alike = (2 * count) / (mine.size + index.sizes[other]);
      if (index.words[other] === word) exact = other;
      if (alike >= formula.least) found.set(other, alike * alike);
    }
    const said = sound(word, formula);
    for (const other of said.length >= 3 ? index.bySound.get(said) ?? [] : []) {
      const otherScript = index.words[other] < "\u0250" !== word < "\u0250";
      const alike = otherScript ? formula.spoken : formula.alike;
      found.set(other, Math.max(found.get(other) ?? 0, alike * alike));
    }
    if (exact >= 0) {
      for (const [other, alike] of found) found.set(other, alike * formula.beside_exact);
      found.set(exact, 1);
    }
    return found;
  };

  const bestOf = (found) => {
    let best = -1;
    for (const [word, alike] of found)
      if (best < 0 || alike > found.get(best) || (alike === found.get(best) && word < best)) best = word;
    return best;
  };

  const phraseScore = (index, likes, rare, whole, nearest, topic) => {
    let best = 0;
    for (const phrase of index.phrases[topic]) {
      let said = 0;
      let all = 0;
      for (const word of phrase) {
        said += index.rarity[word] * (nearest.get(word) ?? 0);
        all += index.rarity[word];
      }
      if (said === 0) continue;
      let heard = 0;
      likes.forEach((found, place) => {
        heard += rare[place] * Math.max(...phrase.map((word) => found.get(word) ?? 0));
      });
      best = Math.max(best, (said / all) * (heard / whole));
    }
    return best;
  };

  return (given, question) => {
    if (!prepared.has(given)) prepared.set(given, build(given));
    const index = prepared.get(given);
    const { at_most: atMost, longest, phrase } = given.formula;
    const asked = [...new Set(fold(Array.from(question).slice(0, longest).join(""), given.formula))].slice(0, atMost);
    const likes = asked.map((word) => like(index, word)).filter((found) => found.size);
    if (!likes.length) return [];
    const rare = likes.map((found) => index.rarity[bestOf(found)]);
    const whole = rare.reduce((sum, one) => sum + one, 0);
    const nearest = new Map();
    for (const found of likes) for (const [word, alike] of found) nearest.set(word, Math.max(nearest.get(word) ?? 0, alike));
    const scores = given.topics.map((topic, place) => {
      let score = 0;
      for (const found of likes) {
        let best = 0;
        for (const [word, alike] of found) best = Math.max(best, alike * index.rarity[word] * (index.weights[word].get(place) ?? 0));
        score += best;
      }
      score += phrase * whole * phraseScore(index, likes, rare, whole, nearest, place);
      return { topic, place, score: Math.round(score * 1e6) };
    });
    const found = scores.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score || one.place - other.place);
    return found.slice(0, atMost).map(({ topic, score }) => ({ ...topic, score: score / 1e6 }));
  };
})();

/* On the page of the search: answers where the page itself does not, so without a network or on a plain web server. */
(() => {
  const asking = typeof document === "undefined" ? null : document.querySelector("[data-index]");
  if (!asking) return;
  const question = new URLSearchParams(location.search).get("q") ?? "";
  if (!question.trim() || asking.dataset.answered) return;
  asking.elements.q.value = question;
  const answer = async () => {
    const given = await (await fetch(asking.dataset.index, { credentials: "omit" })).json();
    const found = rankTopics(given, question);
    const list = document.querySelector("#found");
    const links = found.map(({ slug, title }) => {
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      link.href = `../${slug}/`;
      link.textContent = title;
      item.append(link);
      return item;
    });
    list.replaceChildren(...links);
    document.querySelector("#answered").textContent = found.length ? "" : asking.dataset.nothing;
  };
  answer().catch(() => {});
})();

if (typeof module !== "undefined") module.exports = { rankTopics };
