import { leaveAtOnce } from './explorer/leave.ts';

/** For a page that needs no other script. */
leaveAtOnce(document.querySelector('#exit')!);
