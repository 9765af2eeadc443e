import { shareOut } from '../test/share-out.ts';

// A process of its own: who asks and who shares out are not to wait for one another.
const { url } = await shareOut(process.argv.slice(2).map(Number));
console.log(`${url}/`);
