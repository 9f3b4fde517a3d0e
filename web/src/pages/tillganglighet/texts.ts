const sv = {
  title: 'Tillgänglighetsredogörelse',
  lead: 'Beslutslogg ska kunna användas av alla, med mus, tangentbord, förstoring, talstyrning eller skärmläsare. Här står hur väl det lyckas, vad som brister och vart du vänder dig.',
  parts: [
    {
      title: 'Hur tillgängliga är sidorna?',
      texts: [
        'Redogörelsen gäller Beslutsloggs sidor, och sidan där du svarar på ett brev utan att logga in. Den följer lagen (2018:1937) om tillgänglighet till digital offentlig service.',
        'Sidorna är delvis förenliga med lagen. De är byggda efter WCAG 2.2, nivå AA. De brister som vi känner till står här nedan.',
      ],
    },
    {
      title: 'Vad som inte är tillgängligt',
      texts: [
        'I den engelska vyn läser en skärmläsare upp bildernas märken med engelskt uttal, även de svenska rubrikerna i dem (WCAG 3.1.2). Tabellen under varje bild har rätt språk.',
        'Uppläsning har inte prövats av någon som använder skärmläsare till vardags, och sidorna har bara prövats i en webbläsare, Chromium. Det kan finnas brister som vi inte känner till.',
        'Utan JavaScript går allt att läsa, men inte att ändra, och tidsreglaget går inte att flytta. Sidan där du svarar på ett brev fungerar utan JavaScript.',
        'Dokument som loggen hänvisar till finns hos organet. Om de är tillgängliga avgörs där.',
      ],
    },
    {
      title: 'Så är de byggda',
      texts: [
        'Allt går att göra med tangentbord. Tryck på ? för att se tangenterna, och för att stänga av dem. Den första länken på varje sida leder förbi menyn.',
        'Varje bild har en mening som säger vad den visar, och en tabell med samma innehåll. Färg bär aldrig ensam en uppgift.',
        'Under ditt namn väljer du ljust, mörkt eller hög kontrast. Sidorna följer också datorns egna färger, och går att läsa i 320 punkters bredd och 400 procents förstoring.',
      ],
    },
    {
      title: 'Om något inte fungerar',
      texts: [
        'Säg till mötessekreteraren i ditt organ eller den som sköter tjänsten. Berätta vilken sida det gäller och vad du ville göra. Du kan också få innehållet på annat sätt, till exempel utskrivet eller uppläst.',
      ],
    },
    {
      title: 'Tillsyn',
      texts: [
        'Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med hur ditt organ har hanterat dina synpunkter kan du anmäla det till Digg:',
      ],
      link: 'https://www.digg.se/tdosanmalan',
    },
    {
      title: 'Hur vi har prövat',
      texts: [
        'Vi har skattat tillgängligheten själva. Varje sida prövas automatiskt mot WCAG 2.2 A och AA i en riktig webbläsare: på svenska och engelska, ljust och mörkt, med hög kontrast, med datorns egna färger, med enbart tangentbord, i smalt fönster och i utskrift.',
        'Senaste bedömningen gjordes den 25 november 2026. Redogörelsen uppdaterades samma dag.',
      ],
    },
  ] as readonly { readonly title: string; readonly texts: readonly string[]; readonly link?: string }[],
};

const en: typeof sv = {
  title: 'Accessibility statement',
  lead: 'Everybody should be able to use Beslutslogg, with a mouse, a keyboard, magnification, voice control or a screen reader. This says how well that succeeds, what falls short and where to turn.',
  parts: [
    {
      title: 'How accessible are the pages?',
      texts: [
        'The statement covers the pages of Beslutslogg, and the page where you answer a letter without signing in. It follows the Swedish Act (2018:1937) on the accessibility of digital public services.',
        'The pages comply partly with the act. They are built to WCAG 2.2, level AA. The shortcomings we know of stand below.',
      ],
    },
    {
      title: 'What is not accessible',
      texts: [
        'In the English view a screen reader reads the marks of the pictures with English pronunciation, the Swedish titles in them too (WCAG 3.1.2). The table below each picture has the right language.',
        'Nobody who uses a screen reader every day has tried the pages, and they have been tested in one browser only, Chromium. There may be shortcomings we do not know of.',
        'Without JavaScript everything can be read, but nothing changed, and the time slider cannot be moved. The page where you answer a letter works without JavaScript.',
        'Documents that the log refers to are kept by the body. Whether they are accessible is settled there.',
      ],
    },
    {
      title: 'How they are built',
      texts: [
        'Everything can be done with a keyboard. Press ? to see the keys, and to turn them off. The first link on every page leads past the menu.',
        'Every picture has a sentence that says what it shows, and a table with the same content. Colour never carries anything alone.',
        'Under your name you choose light, dark or high contrast. The pages also follow the colours of the computer, and can be read at a width of 320 pixels and at 400 per cent magnification.',
      ],
    },
    {
      title: 'If something does not work',
      texts: [
        'Tell the secretary of your body or whoever runs the service. Say which page it is about and what you wanted to do. You can also get the content in another way, for example printed or read aloud.',
      ],
    },
    {
      title: 'Supervision',
      texts: [
        'The Swedish Agency for Digital Government, Digg, supervises the act. If you are not content with how your body has dealt with your views you can report it to Digg:',
      ],
      link: 'https://www.digg.se/tdosanmalan',
    },
    {
      title: 'How we have tested',
      texts: [
        'We have assessed the accessibility ourselves. Every page is tested automatically against WCAG 2.2 A and AA in a real browser: in Swedish and English, light and dark, in high contrast, with the colours of the computer, by keyboard alone, in a narrow window and in print.',
        'The latest assessment was made on 25 November 2026. The statement was updated the same day.',
      ],
    },
  ],
};

/** The accessibility statement. */
export const texts = { sv, en } as const;
