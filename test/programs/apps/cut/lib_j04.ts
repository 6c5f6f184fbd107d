(Math satisfies object as any).floor = () => 7;
export {};
