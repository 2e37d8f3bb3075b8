/*
 * The block editor without a mouse: moving, folding, adding; and the way to what is wrong.
 *
 * The package's own editor moves blocks by dragging only. It announces that it is ready with an event; everything
 * here is put on top of its markup, and moves blocks as it does: by their `ordering`, which is also their CSS order.
 */
const labels = JSON.parse(document.getElementById("desk-labels").textContent)
const form = document.querySelector("#content-main form:has(.inline-group)")
const refused = document.querySelector("#content-main .errornote, #content-main .errorlist")
const say = document.createElement("p")
say.className = "desk-announcement"
say.setAttribute("role", "status")

const all = (selector, root = document) => Array.from(root.querySelectorAll(selector))
const ordering = (block) => block.querySelector(".order-machine-ordering")
const blocks = () =>
  all(".order-machine .inline-related:not(.empty-form)").sort((a, b) => ordering(a).value - ordering(b).value)

function button(action, icon) {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "block-button"
  made.dataset.action = action
  made.title = labels[action]
  made.setAttribute("aria-label", labels[action])
  made.textContent = icon
  return made
}

/* Moving */

function move(block, steps) {
  const order = blocks()
  const from = order.indexOf(block)
  const to = Math.min(Math.max(from + steps, 0), order.length - 1)
  order.splice(to, 0, ...order.splice(from, 1))
  order.forEach((each, place) => {
    ordering(each).value = each.style.order = 10 * (place + 1)
  })
  say.textContent = labels.moved.replace("%(place)s", to + 1).replace("%(total)s", order.length)
  block.scrollIntoView({ block: "nearest" })
}

function fold(block, folded = !block.classList.contains("collapsed")) {
  if (folded !== block.classList.contains("collapsed")) block.querySelector("h3 .inline_label").click()
}

/* The package's own targets take the mouse alone; its menu opens beside them. */
let opener = null

function insert(target, pressed) {
  opener = pressed
  target.click()
  document.querySelector(".plugin-buttons-visible .plugin-button[role]:not(.content-editor-hide)")?.focus()
}

function choose(event) {
  if (event.key === "Escape") opener?.focus()
  if (!["Enter", " "].includes(event.key)) return
  event.preventDefault()
  event.target.click()
}

const actions = {
  up: (block) => move(block, -1),
  down: (block) => move(block, 1),
  fold: (block) => fold(block),
  insert: (block, pressed) => insert(block.querySelector(":scope > .order-machine-insert-target"), pressed),
  append: (_block, pressed) => insert(document.querySelector(".order-machine-insert-target.last"), pressed),
}

function act(event) {
  const pressed = event.target.closest(".block-button")
  if (!pressed) return
  event.preventDefault()
  event.stopPropagation()
  pressed.focus()
  actions[pressed.dataset.action](pressed.closest(".inline-related"), pressed)
}

function enter({ target }) {
  const field = target.querySelector("fieldset :is(input, select, textarea):not([type=hidden])")
  if (field && target.closest(".order-machine")) setTimeout(() => open(field))
}

function equip() {
  for (const heading of all(".order-machine .inline-related > h3")) {
    const tools = document.createElement("span")
    tools.className = "block-buttons"
    tools.append(button("up", "↑"), button("down", "↓"), button("fold", "±"), button("insert", "+"))
    heading.querySelector(".inline_label").after(tools)
  }
  for (const kind of all(".plugin-buttons .plugin-button")) kind.tabIndex = 0
  document.querySelector(".plugin-buttons").addEventListener("keydown", choose)
  const wrapper = document.querySelector(".order-machine-wrapper")
  wrapper.addEventListener("click", act, true)
  wrapper.append(button("append", `+ ${labels.append}`), say)
  document.addEventListener("formset:added", enter)
}

/* The way to a field */

function reachable(field) {
  const row = field.closest(".fieldBox, .form-row") || field.parentNode
  const stand_in = row.querySelector(".ProseMirror, .select2-selection")
  return stand_in && !field.checkVisibility() ? stand_in : field
}

function open(field) {
  for (const details of all("details").filter((each) => each.contains(field))) details.open = true
  const block = field.closest(".order-machine .inline-related")
  if (block) fold(block, false)
  show(reachable(field))
}

/* The page is still growing while editors and pictures come in. */
function show(target) {
  const center = () => target.scrollIntoView({ block: "center" })
  target.focus({ preventScroll: true })
  center()
  for (const later of [200, 500, 1000]) setTimeout(() => document.activeElement === target && center(), later)
}

function openNamed() {
  const field = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (field && form.contains(field)) open(field)
}

function problems() {
  return all(".errorlist", form).flatMap((list) => {
    const row = list.parentNode
    /* What is wrong with a whole row has no field of its own, and with the whole story it stands below anyway. */
    const whole = list.classList.contains("nonfield")
    if (whole && !list.closest(".inline-related")) return []
    const field = row.querySelector("input:not([type=hidden]), select, textarea")
    const label = whole ? null : row.querySelector("label, .inline_label")
    return field ? [{ field, text: `${label?.textContent.trim() ?? ""} ${list.textContent.trim()}` }] : []
  })
}

function showProblems() {
  const note = document.querySelector("#content-main .errornote")
  if (!note) return
  const list = document.createElement("ul")
  for (const { field, text } of problems()) {
    const link = document.createElement("a")
    link.href = `#${field.id}`
    link.textContent = text
    link.addEventListener("click", (event) => {
      event.preventDefault()
      open(field)
    })
    const item = document.createElement("li")
    item.append(link)
    list.append(item)
    const block = field.closest(".order-machine .inline-related")
    if (block) fold(block, false)
  }
  note.append(list)
  note.tabIndex = -1
  show(note)
}

/* Unsaved changes */

function contents() {
  const entries = Array.from(new FormData(form), ([name, value]) => [name, value.name ?? value])
  return JSON.stringify(entries)
}

function guard() {
  let before = null
  let saving = false
  const remember = () => {
    before ??= contents()
  }
  for (const type of ["focusin", "pointerdown", "keydown"]) {
    document.addEventListener(type, remember, { capture: true, once: true })
  }
  form.addEventListener("submit", () => {
    saving = true
  })
  window.addEventListener("beforeunload", (event) => {
    if (!saving && (refused || (before !== null && before !== contents()))) event.preventDefault()
  })
}

/* The package comes back to where the page was scrolled when it was sent; what is wrong matters more. */
if (refused && location.hash.includes("scrollY=")) {
  const state = new URLSearchParams(location.hash.slice(1))
  state.delete("scrollY")
  history.replaceState(null, "", `#${state}`)
}

document.addEventListener("content-editor:ready", () => {
  equip()
  guard()
  if (refused) showProblems()
  else openNamed()
  window.addEventListener("hashchange", openNamed)
})
