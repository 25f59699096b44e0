module.exports = { kind: "note" };
