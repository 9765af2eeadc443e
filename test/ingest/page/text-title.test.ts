import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/ingest/page/read-page.ts';

const prose = 'Those who work with survivors say what helped, and what they would do otherwise today.';
const titleOf = (lines: string[], url = '') => readText(lines.join('\n'), url || undefined).title;

describe('the title of a text', () => {
  it.each<[what: string, lines: string[], url: string, title: string]>([
    ['its download line, without publisher and year', [prose, 'Safe Houses: A Guide - Some Network, 2019 DOWNLOAD'], '', 'Safe Houses: A Guide'],
    ['its download line, where an address of many words is nearly the same with the publisher', [prose, 'Safe Houses and Open Doors in Five Towns of the Northern Coast: A Guide - ABC, 2019 DOWNLOAD'], 'https://a.example/safe-houses-and-open-doors-in-five-towns-of-the-northern-coast-a-guide', 'Safe Houses and Open Doors in Five Towns of the Northern Coast: A Guide'],
    ['the download line with commas', [prose, '“Cold Rooms”: On Fish, Ice and Debt, ABC (A Body of Counsel), May 2020 DOWNLOAD'], '', '“Cold Rooms”: On Fish, Ice and Debt'],
    ['the download line up to the words of the address', [prose, 'Safe Houses - A Guide DOWNLOAD'], 'https://a.example/safe-houses-a-guide/', 'Safe Houses - A Guide'],
    ['what is labelled so', ['The Library', 'Number', '12', 'Title', 'Safe houses in five towns', 'Date', '2019'], '', 'Safe houses in five towns'],
    ['the line that the address was made from', ['The Library', 'Sichere Häuser für alle', prose], 'https://a.example/sichere-haeuser-fuer-alle.html', 'Sichere Häuser für alle'],
    ['several lines that it was made from', ['Ministry', 'RAPORT', 'privind casele sigure', 'în anul 2018', prose], 'https://a.example/581361721/Raport-privind-casele-sigure-in-2018', 'RAPORT privind casele sigure în anul 2018'],
    ['what stands below the sort of work in capitals', ['POSITIONSPAPIER', '', 'Sichere Häuser für alle', '', prose], 'https://a.example/positionspapier-haeuser.pdf', 'Sichere Häuser für alle'],
    ['a line below the way through the site, in letters that addresses spell in many ways', ['Головна | Про нас | Бібліотека', '', 'Безпечні доми: посібник', '', prose], 'https://a.example/biblioteka/posibnyk-pro-bezpechni-budynky.html', 'Безпечні доми: посібник'],
    ['a heading that stands there twice', ['The Library', '', 'Safe houses in five towns', '', 'Number', '12', 'Safe houses in five towns', '', prose], 'https://a.example/doc/12/statement-on-open-doors', 'Safe houses in five towns'],
    ['a line in another script', ['Сигурне куће и закон', prose], 'https://a.example/sigurne-kuce-i-zakon', 'Сигурне куће и закон'],
    ['a quotation that it was made from', [`Sie hat „Sichere Häuser und offene Türen“ verfasst. ${prose}`], 'https://a.example/handreichung-sichere-haeuser-und-offene-tueren', 'Sichere Häuser und offene Türen'],
    ['a phrase that it was made from', [`The HOUSES in Europe project ends. ${prose}`, prose], 'https://a.example/houses-in-europe', 'HOUSES in Europe'],
    ['with the subtitle that another line has', ['45', 'Safe houses What five towns have learnt Report', '', 'Safe houses', '', 'What five towns have learnt', '', prose], 'https://a.example/doc/safe-houses.html', 'Safe houses: What five towns have learnt'],
    ['the words of the address, as the text spells them', [`Las víctimas en Málaga esperan. ${prose}`], 'https://a.example/las-victimas-esperan-en-malaga-2018', 'Las víctimas esperan en Málaga 2018'],
    ['the first heading, below what templates write', ['Facebook Pixel Code', 'SOS Hotline: +000 11 000 0000', 'Studies and Reports', 'Houses in court', '', prose], '', 'Houses in court'],
    ['a late heading with the sort of work below', [`${prose} ${prose}`, 'Ausbeutung in Küchen', 'Positionspapier Küchen', prose], '', 'Ausbeutung in Küchen – Positionspapier Küchen'],
    ['no way through a site', ['Startseite » Themen » Häuser', 'Sichere Häuser für alle', '', prose], '', 'Sichere Häuser für alle'],
    ['without the date behind it', ['ИЗВЕШТАЈ О КУЋАМА. Децембар 2014.', '', prose], '', 'ИЗВЕШТАЈ О КУЋАМА'],
    ['all lines of a cover in capitals, and no organisation', ['LINEE GUIDA', 'PER LE CASE SICURE', 'MINISTERO DELLE CASE', '', prose], '', 'LINEE GUIDA PER LE CASE SICURE'],
    ['with its words apart', ['BerichtderHäuser und Türen', 'Bericht der Häuser und Türen im Jahr 2020', prose], '', 'Bericht der Häuser und Türen'],
  ])('is %s', (_, lines, url, title) => expect(titleOf(lines, url)).toBe(title)); // prettier-ignore

  it('is nothing that a template or a news agency has written', () => {
    for (const line of [
      'KONTAKT',
      'a',
      '-',
      'Page 3 of 12',
      'ISSN 0000-0000',
      'MADRID, 20 (AGENCIA)',
      'CLICK HERE to download',
    ])
      expect(titleOf([line, `${prose} ${prose}`])).not.toBe(line);
  });
});
