/* The buttons above a text have English titles only, in the package's own script. Their names tell which is which. */
const titles = JSON.parse(document.getElementById("desk-labels").textContent).toolbar

function name(buttons) {
  for (const button of buttons) {
    const title = titles[button.dataset.name.replace("history:", "")]
    if (title && button.title !== title) {
      button.title = title
      button.setAttribute("aria-label", title)
    }
  }
}

new MutationObserver((changes) => {
  const added = changes.flatMap((change) => Array.from(change.addedNodes)).filter((node) => node.querySelectorAll)
  for (const node of added) name(node.querySelectorAll(".prose-menubar__button[data-name]"))
}).observe(document.getElementById("content"), { childList: true, subtree: true })
name(document.querySelectorAll(".prose-menubar__button[data-name]"))
