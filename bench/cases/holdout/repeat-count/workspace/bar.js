'use strict';

/** A bar of a chart: so many marks of so many places. */
function bar(value, most, places) {
  const marks = Math.round((value / most) * places);
  return '#'.repeat(marks) + '.'.repeat(places - marks);
}

/** A chart, a line a value; the scale is that of the first. */
function chart(values, places) {
  return values.map((value) => bar(value, values[0], places));
}

module.exports = { bar, chart };

if (require.main === module) {
  try {
    console.log(chart(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [4, 6, 2], 10).join('\n'));
  } catch (error) {
    console.error(`${new Date().toISOString()} ERROR chart - cannot draw`);
    console.error(error.stack);
  }
}
