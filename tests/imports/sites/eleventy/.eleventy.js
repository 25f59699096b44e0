module.exports = function (config) {
  config.addPassthroughCopy({ "./public/": "/" });
  config.addPassthroughCopy("content/img");
  return { dir: { input: "content", includes: "../_includes", data: "../_data" } };
};
