import { deskPage } from '../../explorer/desk.ts';
import type { PageMaker } from './answer-page.ts';

/** `/desk`: where curators work. The page holds nothing of the catalogue; its script asks for that with their key. */
export const desk: PageMaker = async ({ site }) => deskPage(site);
