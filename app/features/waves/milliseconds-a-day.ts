export const millisecondsADay = 86_400_000;
