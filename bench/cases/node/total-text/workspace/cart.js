export function total(lines) {
  let sum = 0;
  for (const line of lines) {
    sum = sum + line.price * line.quantity;
  }
  return sum;
}

/** The total with shipping; the fee comes from a form. */
export function withShipping(lines, fee) {
  return total(lines) + fee;
}
