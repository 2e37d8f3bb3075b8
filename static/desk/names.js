/*
 * Names for what scripts draw in place of a form's own fields: lists to search in, and editors of marked-up text. A
 * label names the hidden field only, so without this nobody hears which field they are in.
 */
const all = (selector, root) => Array.from(root.querySelectorAll(selector))
const words = (label) => label.textContent.trim().replace(/:$/, "")

function nameList(list) {
  const label = list.previousElementSibling?.labels?.[0]
  const selection = list.querySelector(".select2-selection")
  if (!label || !selection) return
  label.id ||= `${label.htmlFor}-label`
  const shown = list.querySelector(".select2-selection__rendered")
  shown.removeAttribute("role")
  shown.removeAttribute("aria-readonly")
  selection.setAttribute("aria-labelledby", [label.id, shown.id].filter(Boolean).join(" "))
  selection.querySelector(".select2-search__field")?.setAttribute("aria-label", words(label))
}

/* The box to search in is drawn at the end of the page, each time a list opens. */
function nameSearch(box) {
  const opened = document.querySelector(".select2-selection[aria-expanded=true]")
  const label = opened?.closest(".select2-container").previousElementSibling?.labels?.[0]
  if (label) box.setAttribute("aria-label", words(label))
}

function nameEditor(editor) {
  const label = editor.closest(".fieldBox, .form-row")?.querySelector("label")
  if (label) editor.setAttribute("aria-label", words(label))
}

function name(root) {
  all("select + .select2-container", root).forEach(nameList)
  all(".select2-dropdown .select2-search__field:not([aria-label])", root).forEach(nameSearch)
  all(".ProseMirror[role=textbox]:not([aria-label])", root).forEach(nameEditor)
}

new MutationObserver((changes) => {
  const added = changes.flatMap((change) => Array.from(change.addedNodes))
  for (const node of added) if (node.nodeType === Node.ELEMENT_NODE) name(node.parentNode ?? node)
}).observe(document.body, { childList: true, subtree: true })
name(document)
