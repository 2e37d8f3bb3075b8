/* The filters of a list without a new page for each: the address is asked for as ever, and its parts are put in place.

   The form works without this. Where an answer is not what it should be, the browser loads the address as usual. */
"use strict";

(() => {
  const form = document.querySelector("form.filters");
  const panel = form?.querySelector(".panel");
  if (!form) return;
  const wide = matchMedia("(min-width: 60rem)");
  const typed = "input[name]:not([type=checkbox], [type=hidden]), select[name]";
  const heading = () => document.getElementById("results");
  let asked = new AbortController();
  let shown = address(location);
  let timer = 0;
  let typing = 0;

  function address({ pathname, search }) {
    return pathname + search;
  }

  function chosen() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    return form.getAttribute("action") + (query.size ? `?${query}` : "");
  }

  /* Load an address. `push` makes it a step that "back" takes back; `then` moves the focus when its rows stand there. */
  async function show(url, { push = true, then = () => {} } = {}) {
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const results = document.querySelector("[data-part=results]");
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.querySelector("[data-part=results]")) throw new Error(url);
      const own = address(new URL(answer.url));
      if (push && own !== shown) history.pushState(null, "", own);
      shown = own;
      put(page);
      then();
    } catch (error) {
      if (!signal.aborted) location.assign(url);
    }
  }

  function put(page) {
    const place = keepPlace();
    for (const old of document.querySelectorAll("[data-part], nav.languages")) {
      const part = old.dataset.part;
      const fresh = page.querySelector(part ? `[data-part=${part}]` : "nav.languages");
      if (fresh) old.replaceWith(fresh);
    }
    const inHead = "link[rel=alternate], link[rel=canonical], meta[name=robots]";
    document.head.querySelectorAll(inHead).forEach((old) => old.remove());
    document.head.append(...page.head.querySelectorAll(inHead));
    document.title = page.title;
    for (const field of form.querySelectorAll(typed)) {
      const fresh = page.querySelector(`form.filters [name="${field.name}"]`);
      if (fresh && field !== document.activeElement) field.value = fresh.value;
    }
    dress();
    place();
    const sum = heading().textContent.trim();
    form.querySelectorAll(".announced, .sum").forEach((told) => (told.textContent = sum));
  }

  /* Remember what a reader has opened, typed, scrolled to and stands on; return what brings it back. */
  function keepPlace() {
    const facets = new Map();
    for (const facet of form.querySelectorAll("[data-facet]")) {
      const find = facet.querySelector(".find");
      const { scrollTop } = facet.querySelector("fieldset");
      facets.set(facet.dataset.facet, { open: facet.open, find: find?.value, scrollTop });
    }
    const held = document.activeElement;
    const box = held.type === "checkbox" && form.contains(held);
    const inside = held.closest?.("[data-facet]")?.dataset.facet;
    const mark = held.matches?.(".find") ? ".find" : "summary";
    return () => {
      for (const facet of form.querySelectorAll("[data-facet]")) {
        const { open = true, find, scrollTop = 0 } = facets.get(facet.dataset.facet) ?? {};
        facet.open = open;
        if (find && facet.querySelector(".find")) narrow(facet, find);
        facet.querySelector("fieldset").scrollTop = scrollTop;
      }
      if (!inside) return;
      const facet = form.querySelector(`[data-facet="${inside}"]`);
      const same = box && form.querySelector(`input[name="${held.name}"][value="${CSS.escape(held.value)}"]`);
      const next = same || (facet ? facet.querySelector(box ? "summary" : mark) : heading());
      next?.focus({ preventScroll: true });
    };
  }

  function dress() {
    form.querySelectorAll(".find").forEach((find) => (find.hidden = false));
  }

  /* Show the values of a facet that hold what was typed, and those that are chosen. */
  function narrow(facet, text) {
    const wanted = plain(text);
    facet.querySelector(".find").value = text;
    let found = 0;
    for (const choice of facet.querySelectorAll(".choice")) {
      // What the server has found may go by another name than it is shown by.
      const fits = choice.matches(".more") || plain(choice.querySelector("span").textContent).includes(wanted);
      choice.hidden = !fits && !choice.querySelector("input").checked;
      found += fits;
    }
    facet.querySelector(".none").hidden = found > 0;
  }

  /* Ask for values that are called so and are not among those with most rows; they go when something else is typed. */
  async function more(facet, text) {
    const query = new URLSearchParams(chosen().split("?")[1]);
    query.set("find", text);
    const answer = await fetch(`${facet.dataset.more}?${query}`);
    const find = facet.querySelector(".find");
    if (!answer.ok || find.value !== text) return;
    facet.querySelectorAll(".more:not(:has(:checked))").forEach((choice) => choice.remove());
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const choice of page.querySelectorAll(".choice")) {
      const { name, value } = choice.querySelector("input");
      if (facet.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`)) continue;
      choice.classList.add("more");
      facet.querySelector("fieldset").append(choice);
    }
    narrow(facet, text);
  }

  function plain(text) {
    const bare = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d");
    return bare.normalize("NFC").toLowerCase().replace(/\s/g, "");
  }

  function close() {
    if (!panel?.open || wide.matches) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  }

  form.addEventListener("change", (event) => {
    if (!event.target.name) return;
    clearTimeout(timer);
    // A date changes with every digit: it is asked for when it is one, and when nothing more is typed.
    const wait = event.target.matches("[type=date], [type=number]") ? 500 : 0;
    timer = setTimeout(() => form.checkValidity() && show(chosen()), wait);
  });

  form.addEventListener("input", (event) => {
    if (!event.target.matches(".find")) return;
    const facet = event.target.closest("[data-facet]");
    const text = event.target.value;
    narrow(facet, text);
    clearTimeout(typing);
    if (facet.dataset.more && text.trim()) typing = setTimeout(() => more(facet, text).catch(() => {}), 250);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { submitter } = event;
    show(chosen(), { then: () => {
      if (!submitter?.closest(".done")) return;
      close();
      heading().focus();
    } });
  });

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".find")) event.preventDefault();
    if (event.key !== "Escape") return;
    if (event.target.matches(".find") && event.target.value) narrow(event.target.closest("[data-facet]"), "");
    else close();
  });

  /* On a phone the filters lie over the page: whoever leaves them has done with them. */
  document.addEventListener("pointerdown", (event) => {
    if (panel?.open && !wide.matches && !panel.contains(event.target)) panel.open = false;
  });
  panel?.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !wide.matches && !panel.contains(relatedTarget)) panel.open = false;
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".chips a, .pages a, .nothing a");
    const other = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || other || link.pathname !== new URL(form.action).pathname) return;
    event.preventDefault();
    show(link.href, { then: () => {
      heading().focus({ preventScroll: true });
      if (link.closest(".pages")) heading().scrollIntoView();
    } });
  });

  addEventListener("popstate", () => {
    if (address(location) !== shown) show(location.href, { push: false });
  });

  dress();
})();
