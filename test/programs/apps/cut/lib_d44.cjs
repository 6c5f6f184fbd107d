shared = {};
