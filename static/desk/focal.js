/* The focal point on the picture itself, and the chosen file shown before it is sent. */
const clamp = (part) => Math.min(100, Math.max(0, Math.round(part * 100)))
const inputs = (picture) => Array.from(picture.closest(".inline-related, form").querySelectorAll(".focal-input input"))

function place(picture) {
  const [x, y] = inputs(picture)
  const frame = picture.querySelector(".picture-frame")
  if (!x || !frame) return
  let point = frame.querySelector(".focal-point")
  if (!point) {
    point = document.createElement("span")
    point.className = "focal-point"
    frame.append(point)
  }
  point.style.left = `${x.value}%`
  point.style.top = `${y.value}%`
}

function aim(event) {
  const image = event.target.closest(".picture-frame img")
  if (!image) return
  const picture = image.closest(".picture-input")
  const parts = [event.offsetX / image.clientWidth, event.offsetY / image.clientHeight]
  inputs(picture).forEach((input, number) => {
    input.value = clamp(parts[number])
  })
  place(picture)
}

function preview(picture, file) {
  const image = picture.querySelector(".picture-frame img")
  image.onload = () => {
    const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
    const figures = picture.querySelector(".picture-figures")
    figures.textContent = `${image.naturalWidth} × ${image.naturalHeight}, ${size.format(file.size / 2 ** 20)} MB`
    URL.revokeObjectURL(image.src)
  }
  image.src = URL.createObjectURL(file)
  picture.querySelector(".picture-card")?.remove()
  picture.querySelector(".picture-shown").hidden = false
  for (const input of inputs(picture)) input.value = 50
  place(picture)
}

document.addEventListener("click", aim)
document.addEventListener("input", (event) => {
  if (!event.target.closest(".focal-input")) return
  const picture = event.target.closest(".inline-related, form").querySelector(".picture-input")
  if (picture) place(picture)
})
document.addEventListener("change", (event) => {
  const picture = event.target.closest(".picture-input")
  if (picture && event.target.type === "file" && event.target.files[0]) preview(picture, event.target.files[0])
})
for (const picture of document.querySelectorAll(".picture-input")) place(picture)
