// The records desk by keyboard, without waiting for whole pages. Everything here also works as plain forms and links.
const KEYS = { a: "accept", r: "reject", s: "save", m: "match", o: "open", d: "adopt" };
const desk = () => document.getElementById("desk");
const cards = () => [...document.querySelectorAll(".record")];
const cardOf = (node) => node?.closest?.(".record");
const status = document.getElementById("desk-status");
let current = null; // the key of the card that the keys act on
let isBusy = false;
let isLeaving = false;

const currentCard = () => document.getElementById(current);
const isTyping = (node) => node.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

function announce(text) {
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = text));
}

// Marks

function activate(key) {
  for (const node of document.querySelectorAll(".desk-text .is-active, .record.is-active")) node.classList.remove("is-active");
  if (!key) return;
  for (const node of document.querySelectorAll(`.desk-text [data-keys~="${key}"]`)) node.classList.add("is-active");
  document.getElementById(key)?.classList.add("is-active");
}

function showMark(key) {
  const pane = document.querySelector(".desk-text");
  const mark = document.getElementById(`mark-${key}`);
  if (!mark || pane.scrollHeight <= pane.clientHeight) return;
  const at = mark.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const top = Math.max(frame.top, 0);
  const bottom = Math.min(frame.bottom, innerHeight);
  if (at.top < top + 24 || at.bottom > bottom - 72) pane.scrollTop += at.top - top - (bottom - top) / 3;
}

function point(key) {
  activate(key);
  if (key) showMark(key);
}

// Cards

function makeCurrent(card) {
  currentCard()?.classList.remove("is-current");
  current = card.id;
  card.classList.add("is-current");
  point(current);
}

function go(card) {
  if (!card) return;
  card.querySelector("summary").focus({ preventScroll: true });
  makeCurrent(card);
  card.scrollIntoView({ block: card.offsetHeight > innerHeight * 0.7 ? "start" : "nearest" });
}

function move(step) {
  const all = cards();
  const at = all.indexOf(currentCard());
  go(all[Math.min(Math.max(at + step, 0), all.length - 1)] ?? all[0]);
}

const isOpen = (card) => card.classList.contains("is-suggested");

function nextAfter(key) {
  const all = cards();
  const at = all.findIndex((card) => card.id === key);
  return [...all.slice(at + 1), ...all].find(isOpen);
}

function edit(card) {
  card.open = true;
  const fields = card.querySelector(".record-edit");
  fields.open = true;
  fields.querySelector("input, select, textarea")?.focus();
}

function chooseNumber(card, number) {
  const radio = card.querySelectorAll(".chooser")[0]?.querySelectorAll("input[type=radio]")[number - 1];
  if (radio) {
    radio.checked = true;
    radio.focus();
  }
}

// Sending

function isDirty(control) {
  if (control.type === "hidden" || control.tagName === "BUTTON" || control.tagName === "FIELDSET") return false;
  if (control.type === "radio" || control.type === "checkbox") return control.checked !== control.defaultChecked;
  if (control.tagName === "SELECT") return [...control.options].some((option) => option.selected !== option.defaultSelected);
  return control.value !== control.defaultValue;
}

function isUnsaved(card) {
  return "unsaved" in card.dataset || [...(card.querySelector("form")?.elements ?? [])].some(isDirty);
}

// Put the new page's desk in place of the old one; cards in which something was typed stay as they are.
function swap(page, sentKey) {
  const scrolled = document.querySelector(".desk-text").scrollTop;
  for (const old of cards()) {
    const fresh = page.getElementById(old.id);
    if (!fresh || old.id === sentKey) continue;
    if (isUnsaved(old)) fresh.replaceWith(document.adoptNode(old));
    else fresh.open = old.open;
  }
  desk().replaceWith(document.adoptNode(page.getElementById("desk")));
  document.querySelector(".messagelist")?.remove();
  const messages = page.querySelector(".messagelist");
  if (messages) document.getElementById("content").before(document.adoptNode(messages));
  document.querySelector(".desk-text").scrollTop = scrolled;
}

function settle(sentKey) {
  const card = document.getElementById(sentKey);
  const wasRefused = card && "unsaved" in card.dataset;
  const alert = card?.querySelector("[role=alert], .errorlist");
  announce((wasRefused ? alert : document.querySelector(".messagelist"))?.textContent.trim() ?? "");
  if (wasRefused) {
    makeCurrent(card);
    const wanted = card.querySelector(".has-errors :is(input, select, textarea), .chooser:has(.errorlist) input, .find .nothing");
    (wanted ?? card.querySelector("summary")).focus?.();
    return;
  }
  const next = nextAfter(sentKey);
  history.replaceState(null, "", `#${next?.id ?? "decided"}`);
  if (next) go(next);
  else document.getElementById("decided")?.focus();
}

// A correction is asked for, and what could not be saved is given back, on a page of its own.
function openPage(form, button) {
  isLeaving = true;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
  form.submit();
}

async function send(form, button) {
  if (isBusy) return;
  isBusy = true;
  const sentKey = cardOf(form).id;
  const sought = document.activeElement?.name;
  desk().setAttribute("aria-busy", "true");
  try {
    const response = await fetch(location.pathname, { method: "POST", body: new FormData(form, button) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (page.getElementById("desk")) {
      swap(page, sentKey);
      settle(sentKey);
      if (button.value === "search" && sought) currentCard()?.querySelector(`[name="${sought}"]`)?.focus();
    } else if (page.querySelector("#correction, #unsaved")) openPage(form, button);
    else announce(status.dataset.failed);
  } catch {
    announce(status.dataset.failed);
  }
  isBusy = false;
  desk().removeAttribute("aria-busy");
}

// Keys

function press(card, name) {
  const button = card?.querySelector(`.record-acts button[value="${name}"]`);
  if (button) button.form.requestSubmit(button);
}

function confirmChoice(radio) {
  radio.checked = true;
  const name = radio.name === "investment" && radio.value ? "match" : "accept";
  const acts = cardOf(radio).querySelector(".record-acts");
  (acts?.querySelector(`[value="${name}"]`) ?? acts?.querySelector("button"))?.focus();
}

function act(key, target) {
  const card = currentCard();
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[key];
  const step = { j: 1, k: -1 }[key] ?? (target.matches(".desk-text, input") ? undefined : arrow);
  if (step) move(step);
  else if (key === "e" && card) edit(card);
  else if (key === "?") toggleKeys();
  else if (KEYS[key]) press(card, KEYS[key]);
  else if (/^[1-9]$/.test(key) && card) chooseNumber(card, Number(key));
  else return false;
  return true;
}

function toggleKeys() {
  const shown = document.documentElement.classList.toggle("shows-all-keys");
  document.querySelector("#desk-keys button").setAttribute("aria-expanded", shown);
}

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || (event.repeat && KEYS[key])) return;
  if (isTyping(target)) {
    if (key === "Escape" && cardOf(target)) cardOf(target).querySelector("summary").focus();
    return;
  }
  if (key === "Enter" && target.matches(".chooser input[type=radio]")) confirmChoice(target);
  else if (!act(key, target)) return;
  event.preventDefault();
});

document.addEventListener("submit", (event) => {
  if (!cardOf(event.target) || !event.submitter) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

document.addEventListener("focusin", ({ target }) => {
  const card = cardOf(target);
  if (card) makeCurrent(card);
  else if (target.dataset?.keys) activate(target.dataset.keys);
});

document.addEventListener("mouseover", ({ target }) => {
  const card = cardOf(target);
  const marked = target.closest?.(".desk-text [data-keys]");
  if (marked) activate(marked.dataset.keys.split(" ").at(-1));
  else point(card?.id ?? current);
});

document.addEventListener("click", (event) => {
  const marked = event.target.closest("#desk [data-keys]");
  const card = marked && document.getElementById(marked.dataset.keys.split(" ").at(-1));
  if (event.target.closest("#desk-keys button")) toggleKeys();
  if (!card?.matches(".record") || getSelection().toString()) return;
  event.preventDefault();
  card.open = true;
  go(card);
});

addEventListener("beforeunload", (event) => {
  if (!isLeaving && cards().some(isUnsaved)) event.preventDefault();
});

document.documentElement.classList.add("has-keys");
const named = document.getElementById(location.hash.slice(1));
const first = cardOf(named) ?? cards().find(isOpen);
if (first && !named?.matches(".desk-decided")) go(first);
