hooks = {};
