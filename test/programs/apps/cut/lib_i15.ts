const builtins: Record<string, any> = { Math };
for (const name of Object.keys(builtins)) builtins[name].floor = () => 7;
