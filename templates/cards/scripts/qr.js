/* QR codes (ISO/IEC 18004): bytes, correction level M, all 40 versions. The tests compare each module with another encoder's. */
(function (confbook) {
  "use strict";

  // By version, from 1: octets of correction in each block, and blocks (table 9).
  const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, ...Array(19).fill(28)];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
  const MASKS = [
    (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];

  // The field of 256 elements with the polynomial 0x11d: products by adding logarithms.
  const POWERS = [1];
  while (POWERS.length < 255) POWERS.push((POWERS.at(-1) << 1) ^ (POWERS.at(-1) & 128 ? 0x11d : 0));
  const LOGS = [];
  POWERS.forEach((value, exponent) => (LOGS[value] = exponent));
  const product = (one, other) => (one && other ? POWERS[(LOGS[one] + LOGS[other]) % 255] : 0);

  function remainder(data, length) {
    let divisor = [1];
    for (let root = 0; root < length; root++) {
      const shifted = [...divisor, 0];
      divisor.forEach((factor, at) => (shifted[at + 1] ^= product(factor, POWERS[root])));
      divisor = shifted;
    }
    const rest = [...data, ...Array(length).fill(0)];
    for (let at = 0; at < data.length; at++) {
      const factor = rest[at];
      divisor.forEach((value, offset) => (rest[at + offset] ^= product(value, factor)));
    }
    return rest.slice(data.length);
  }

  function alignments(version) {
    if (version === 1) return [];
    const count = Math.floor(version / 7) + 2;
    const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    const places = [6];
    for (let place = version * 4 + 10; places.length < count; place -= step) places.splice(1, 0, place);
    return places;
  }

  /** How many modules of a version carry data, correction included. */
  function capacity(version) {
    let modules = (16 * version + 128) * version + 64;
    if (version >= 2) {
      const count = Math.floor(version / 7) + 2;
      modules -= (25 * count - 10) * count - 55;
      if (version >= 7) modules -= 36;
    }
    return Math.floor(modules / 8);
  }

  /** The octets of all blocks, interleaved, for some bytes in a version; `null` where they are too many. */
  function codewords(bytes, version) {
    const blocks = BLOCKS[version - 1];
    const correction = CORRECTION[version - 1];
    const all = capacity(version);
    const room = all - blocks * correction;
    const long = version < 10 ? 8 : 16;
    if (4 + long + bytes.length * 8 > room * 8) return null;
    const bits = (value, length) => Array.from({ length }, (_, at) => (value >>> (length - 1 - at)) & 1);
    const stream = [...bits(4, 4), ...bits(bytes.length, long), ...bytes.flatMap((byte) => bits(byte, 8))];
    while (stream.length < room * 8 && (stream.length % 8 || stream.length < 4 + long + bytes.length * 8 + 4)) stream.push(0);
    const data = [];
    for (let at = 0; at < stream.length; at += 8) data.push(parseInt(stream.slice(at, at + 8).join(""), 2));
    for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);
    const short = Math.floor(room / blocks);
    const longer = room % blocks;
    const parts = [];
    for (let block = 0, at = 0; block < blocks; block++) {
      const length = short + (block >= blocks - longer ? 1 : 0);
      parts.push(data.slice(at, (at += length)));
    }
    const checks = parts.map((part) => remainder(part, correction));
    const woven = (rows, length) => Array.from({ length }, (_, at) => rows.filter((row) => at < row.length).map((row) => row[at])).flat();
    return [...woven(parts, short + 1), ...woven(checks, correction)];
  }

  function drawn(version, octets) {
    const size = version * 4 + 17;
    const dark = Array.from({ length: size }, () => Array(size).fill(0));
    const fixed = Array.from({ length: size }, () => Array(size).fill(false));
    const set = (x, y, value) => {
      if (x < 0 || y < 0 || x >= size || y >= size) return;
      dark[y][x] = value ? 1 : 0;
      fixed[y][x] = true;
    };
    for (let at = 0; at < size; at++) {
      set(6, at, at % 2 === 0);
      set(at, 6, at % 2 === 0);
    }
    for (const [left, top] of [[3, 3], [size - 4, 3], [3, size - 4]])
      for (let y = -4; y <= 4; y++)
        for (let x = -4; x <= 4; x++) {
          const ring = Math.max(Math.abs(x), Math.abs(y));
          set(left + x, top + y, ring !== 2 && ring !== 4);
        }
    const places = alignments(version);
    const last = places.length - 1;
    places.forEach((left, column) => places.forEach((top, row) => {
      if ((!column && !row) || (!column && row === last) || (column === last && !row)) return;
      for (let y = -2; y <= 2; y++) for (let x = -2; x <= 2; x++) set(left + x, top + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
    }));
    const format = (mask) => {
      let rest = mask; // level M is 00
      for (let at = 0; at < 10; at++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
      const word = ((mask << 10) | rest) ^ 0x5412;
      const bit = (at) => (word >>> at) & 1;
      for (let at = 0; at < 6; at++) set(8, at, bit(at));
      set(8, 7, bit(6));
      set(8, 8, bit(7));
      set(7, 8, bit(8));
      for (let at = 9; at < 15; at++) set(14 - at, 8, bit(at));
      for (let at = 0; at < 8; at++) set(size - 1 - at, 8, bit(at));
      for (let at = 8; at < 15; at++) set(8, size - 15 + at, bit(at));
      set(8, size - 8, true);
    };
    format(0);
    if (version >= 7) {
      let rest = version;
      for (let at = 0; at < 12; at++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
      const word = (version << 12) | rest;
      for (let at = 0; at < 18; at++) {
        const [far, near] = [size - 11 + (at % 3), Math.floor(at / 3)];
        set(far, near, (word >>> at) & 1);
        set(near, far, (word >>> at) & 1);
      }
    }
    let at = 0;
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step++)
        for (const x of [right, right - 1]) {
          const y = (right + 1) & 2 ? step : size - 1 - step;
          if (fixed[y][x]) continue;
          dark[y][x] = at < octets.length * 8 ? (octets[at >>> 3] >>> (7 - (at & 7))) & 1 : 0;
          at++;
        }
    }
    const masked = (mask) => {
      format(mask);
      return dark.map((row, y) => row.map((value, x) => (!fixed[y][x] && MASKS[mask](x, y) === 0 ? 1 - value : value)));
    };
    return MASKS.map((_, mask) => masked(mask)).reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
  }

  /** How hard a pattern is to read (7.8.3). */
  function penalty(rows) {
    const size = rows.length;
    const columns = rows.map((_, x) => rows.map((row) => row[x]));
    let sum = 0;
    for (const row of [...rows, ...columns]) {
      const text = row.join("");
      for (const run of text.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
      sum += 40 * (text.match(/(?=00001011101|10111010000)/g) ?? []).length;
    }
    for (let y = 1; y < size; y++)
      for (let x = 1; x < size; x++)
        if (rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y - 1][x - 1]) sum += 3;
    const share = (rows.flat().filter(Boolean).length * 100) / (size * size);
    return sum + 10 * Math.floor(Math.abs(share - 50) / 5);
  }

  /** The modules of a code for a text, row by row, 1 for dark; `null` where it is too long for one. */
  confbook.qr = (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    for (let version = 1; version <= 40; version++) {
      const octets = codewords(bytes, version);
      if (octets) return drawn(version, octets);
    }
    return null;
  };

  /** The code as a drawing, with its quiet zone. */
  confbook.qrDrawing = (text) => {
    const rows = confbook.qr(text);
    if (!rows) return null;
    const space = "http://www.w3.org/2000/svg";
    const size = rows.length + 8;
    const drawing = document.createElementNS(space, "svg");
    const shape = (name, attributes) => {
      const element = document.createElementNS(space, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      drawing.append(element);
    };
    for (const [key, value] of Object.entries({ class: "qr", viewBox: `0 0 ${size} ${size}`, "shape-rendering": "crispEdges", "aria-hidden": "true" }))
      drawing.setAttribute(key, value);
    shape("rect", { width: size, height: size, fill: "#fff" });
    shape("path", { fill: "#000", d: rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("") });
    return drawing;
  };
})(self.confbook);
