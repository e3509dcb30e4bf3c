// @ts-check
// Reading: select words, by pointer or by keys, and record a statement of them; search on the page; tie words and cards.

/** @typedef {{node: Text, at: number}} Piece - a text node, and where it begins in the document, in code points */

const text = /** @type {HTMLElement} */ (document.getElementById("text"));
const bar = /** @type {HTMLElement} */ (document.getElementById("selected"));

/** @returns {Piece[]} */
function pieces() {
  /** @type {Piece[]} */
  const found = [];
  for (const span of text.querySelectorAll("span[data-at]")) {
    if (span instanceof HTMLElement && span.firstChild instanceof Text) {
      found.push({ node: span.firstChild, at: Number(span.dataset.at) });
    }
  }
  return found;
}

const all = text ? pieces() : [];

/** @param {string} words */
const length = (words) => [...words].length;

/**
 * Return where an end of a selection stands in the document, in code points; the nearest word's end where it is between.
 * @param {Node} node @param {number} offset @param {boolean} isEnd
 */
function place(node, offset, isEnd) {
  const own = all.find((piece) => piece.node === node);
  if (own) return own.at + length(own.node.data.slice(0, offset));
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  const behind = all.findIndex((piece) => range.comparePoint(piece.node, 0) >= 0);
  if (isEnd) {
    const last = behind < 0 ? all[all.length - 1] : all[behind - 1];
    return last ? last.at + length(last.node.data) : null;
  }
  const first = behind < 0 ? undefined : all[behind];
  return first ? first.at : null;
}

/** @returns {{start: number, end: number, words: string} | null} */
function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return null;
  const start = place(range.startContainer, range.startOffset, false);
  const end = place(range.endContainer, range.endOffset, true);
  if (start === null || end === null || end <= start) return null;
  return { start, end, words: words(start, end) };
}

/** @param {number} start @param {number} end */
function words(start, end) {
  let found = "";
  for (const piece of all) {
    const letters = [...piece.node.data];
    found += letters.slice(Math.max(0, start - piece.at), Math.max(0, end - piece.at)).join("");
  }
  return found;
}

/** @param {string} id @param {string} href */
function lead(id, href) {
  const link = document.getElementById(id);
  if (link instanceof HTMLAnchorElement) link.href = href;
}

function offer() {
  const now = selected();
  bar.hidden = now === null;
  if (!now) return;
  const { work = "", page = "", new: made = "", search = "" } = text.dataset;
  const asked = new URLSearchParams({ work, page, start: String(now.start), end: String(now.end) });
  lead("selected-new", `${made}?${asked}`);
  const phrase = now.words.replace(/["\s]+/g, " ").trim().split(" ").slice(0, 10).join(" ");
  lead("selected-search", `${search}?${new URLSearchParams({ q: `"${phrase}"` })}`);
}

/** @returns {{start: number, end: number}[]} the sentences of the page, by place in the document */
function sentences() {
  /** @type {{start: number, end: number}[]} */
  const found = [];
  const cutter = new Intl.Segmenter(document.documentElement.lang || "en", { granularity: "sentence" });
  for (const paragraph of text.querySelectorAll("p")) {
    const own = all.filter((piece) => paragraph.contains(piece.node));
    const first = own[0];
    if (!first) continue;
    let at = first.at;
    for (const { segment } of cutter.segment(own.map((piece) => piece.node.data).join(""))) {
      const lead_ = length(segment) - length(segment.trimStart());
      if (segment.trim()) found.push({ start: at + lead_, end: at + lead_ + length(segment.trim()) });
      at += length(segment);
    }
  }
  return found;
}

/** @param {number} at @param {boolean} isEnd @returns {[Text, number] | null} */
function point(at, isEnd) {
  for (const piece of all) {
    const size = length(piece.node.data);
    if (isEnd ? at > piece.at && at <= piece.at + size : at >= piece.at && at < piece.at + size) {
      return [piece.node, [...piece.node.data].slice(0, at - piece.at).join("").length];
    }
  }
  return null;
}

/** @param {number} start @param {number} end */
function select(start, end) {
  const from = point(start, false);
  const to = point(end, true);
  if (!from || !to) return;
  getSelection()?.setBaseAndExtent(...from, ...to);
  to[0].parentElement?.scrollIntoView({ block: "nearest" });
  offer();
}

/** @param {KeyboardEvent} event */
function bySentence(event) {
  const known = sentences();
  const now = selected();
  const step = event.key.toLowerCase() === "j" ? 1 : -1;
  if (!known.length) return false;
  if (!now) {
    const edge = known[step > 0 ? 0 : known.length - 1];
    if (edge) select(edge.start, edge.end);
    return true;
  }
  if (event.shiftKey) {
    const next = step > 0 ? known.find((one) => one.end > now.end) : known.findLast((one) => one.end < now.end && one.end > now.start);
    if (next) select(now.start, next.end);
    return true;
  }
  const next = step > 0 ? known.find((one) => one.start >= now.end) : known.findLast((one) => one.end <= now.start);
  if (next) select(next.start, next.end);
  return true;
}

/** @param {string} selector */
function follow(selector) {
  const link = document.querySelector(selector);
  if (link instanceof HTMLAnchorElement) location.assign(link.href);
  return link !== null;
}

/** Mark what is searched for on this page, and say how often it is there. */
function searchHere() {
  const input = document.getElementById("here");
  const said = document.getElementById("here-found");
  if (!(input instanceof HTMLInputElement) || !said) return;
  input.addEventListener("input", () => {
    const sought = input.value.trim().toLowerCase();
    /** @type {Range[]} */
    const found = [];
    let whole = "";
    /** @type {{node: Text, from: number}[]} */
    const starts = all.map(({ node }) => {
      const from = whole.length;
      whole += node.data;
      return { node, from };
    });
    const lower = whole.toLowerCase();
    const fits = lower.length === whole.length;
    for (let at = sought && fits ? lower.indexOf(sought) : -1; at >= 0; at = lower.indexOf(sought, at + sought.length)) {
      const range = document.createRange();
      const start = starts.findLast((one) => one.from <= at);
      const end = starts.findLast((one) => one.from < at + sought.length);
      if (!start || !end) break;
      range.setStart(start.node, at - start.from);
      range.setEnd(end.node, at + sought.length - end.from);
      found.push(range);
    }
    CSS.highlights?.set("here", new Highlight(...found));
    found[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    said.textContent = sought ? (found.length === 1 ? "once" : `${found.length} times`) : "";
  });
  document.getElementById("in-page")?.addEventListener("submit", (event) => event.preventDefault());
}

/** Show which words and which card belong together, whichever of the two is pointed at or focused. */
function tie() {
  for (const sort of ["mouseover", "focusin"]) {
    document.addEventListener(sort, (event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-tie], [data-card]") : null;
      const letter = target instanceof HTMLElement ? (target.dataset.tie ?? target.dataset.card) : undefined;
      for (const one of document.querySelectorAll("[data-tie], [data-card]")) {
        if (one instanceof HTMLElement) one.classList.toggle("near", (one.dataset.tie ?? one.dataset.card) === letter);
      }
    });
  }
}

/** @returns {(event: KeyboardEvent) => boolean} */
export function reading() {
  document.addEventListener("selectionchange", offer);
  searchHere();
  tie();
  return (event) => {
    if (event.key.toLowerCase() === "j" || event.key.toLowerCase() === "k") return bySentence(event);
    if (event.shiftKey) return false;
    const onLink = event.target instanceof Element && event.target.closest("a, button, summary") !== null;
    switch (event.key) {
      case "ArrowLeft":
        return follow("a[rel=prev]");
      case "ArrowRight":
        return follow("a[rel=next]");
      case "Enter":
        return !onLink && selected() !== null && follow("#selected-new");
      case "e":
        return selected() !== null && follow("#selected-search");
      case "f":
        document.getElementById("here")?.focus();
        return true;
      default:
        return false;
    }
  };
}
