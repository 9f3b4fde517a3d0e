/** What is read rather than used, in Swedish: the help of each role and the accessibility statement. */
export const help = {
  chair: {
    lead: 'Du ser hela historien för varje beslut, och vad som kan väntas till nästa möte.',
    steps: [
      {
        title: 'Läs meningen överst på översikten',
        text: 'Den säger hur mycket som pågår, vad som väntas till nästa möte och vad som är försenat.',
        to: '/oversikt',
      },
      {
        title: 'Öppna ett beslut',
        text: 'Punkterna står ord för ord. Under varje punkt ser du vem som har uppdraget och hur långt det har kommit.',
        to: '/beslut',
      },
      {
        title: 'Se varför en tid flyttades',
        text: 'Tidslinjen på beslutets sida visar varje flytt med skäl, eller att inget skäl angavs.',
        to: '/beslut',
      },
      {
        title: 'Förbered nästa möte',
        text: 'På mötets sida finns det som väntas och ett förslag till dagordning.',
        to: '/moten',
      },
    ],
  },
  secretary: {
    lead: 'Du registrerar, bekräftar och följer upp. Loggen säger vad som är nästa steg.',
    steps: [
      {
        title: 'Börja i listan Mellan stolarna',
        text: 'Varje rad säger varför den står där. Knappen till höger är nästa steg.',
        to: '/oversikt',
      },
      {
        title: 'Registrera beslut vid mötet',
        text: 'Öppna mötet och fliken Under. Rubrik och punkter räcker; Enter går vidare.',
        to: '/moten',
      },
      {
        title: 'Skriv frister som de sägs',
        text: '”Senast i juni 2026” duger. Loggen visar hur den förstår orden medan du skriver.',
        to: '',
      },
      {
        title: 'Godkänn anteckningen',
        text: 'När mötets anteckning är godkänd blir besluten bekräftade.',
        to: '/moten',
      },
    ],
  },
  responsible: {
    lead: 'Du ser dina uppdrag och svarar med fyra knappar.',
    steps: [
      {
        title: 'Se dina uppdrag',
        text: 'På översikten står vad organet bad om och när svaret väntas.',
        to: '/oversikt',
      },
      {
        title: 'Svara',
        text: 'Välj Går enligt plan, Risk för försening, Försenat eller Klart. En mening räcker.',
        to: '/oversikt',
      },
      {
        title: 'Redovisa i delar',
        text: 'Kan något inte besvaras, säg det och varför. Organet ser det vid nästa möte.',
        to: '/uppdrag',
      },
      { title: 'Organet avslutar', text: 'Du slutredovisar; organet avgör om uppdraget är klart.', to: '' },
    ],
  },
  auditor: {
    lead: 'Du kan se vad som var känt en viss dag och hur ett uppdrag har utvecklats.',
    steps: [
      {
        title: 'Se ärendebalansen',
        text: 'Översikten visar öppna uppdrag efter ålder och de tio äldsta.',
        to: '/oversikt',
      },
      {
        title: 'Gå till en viss dag',
        text: 'Under Granskning ser du läget en dag, efter när det hände, sades eller registrerades.',
        to: '/granskning',
      },
      {
        title: 'Spela upp ett uppdrag',
        text: 'Dra i de två handtagen för att se vad som skiljer.',
        to: '/granskning',
      },
      {
        title: 'Spara granskningen',
        text: 'Ge frågan ett namn. Den sparas med loggen som den är då, och ger samma svar om flera år.',
        to: '/granskning',
      },
    ],
  },
  always: {
    title: 'Det här gäller alltid',
    lines: [
      'Inget skrivs över. En rättelse är en ny uppgift, och den gamla står kvar.',
      'Varje sida har en egen adress. Kopiera länken, så ser mottagaren samma sak om hen har rätt att läsa.',
      'Fristen står med protokollets ord, och bredvid hur den förstås.',
      'Det du skriver sparas på din dator tills du har skickat det.',
      'Tryck på ? för kortkommandon och / för att söka.',
    ],
  },
};

export const accessibility = {
  title: 'Tillgänglighetsredogörelse',
  lead: 'Sidorna ska kunna användas av alla, med mus, tangentbord, förstoring eller skärmläsare.',
  parts: [
    {
      title: 'Hur tillgängliga är sidorna?',
      text: 'De är byggda för att följa WCAG 2.2 på nivå AA och prövas automatiskt mot den i en riktig webbläsare. De har inte granskats av någon utomstående.',
    },
    {
      title: 'Tangentbord',
      text: 'Allt går att göra utan mus. Tryck på ? för att se tangenterna. Den första länken på varje sida leder förbi menyn.',
    },
    {
      title: 'Bilder',
      text: 'Varje bild har en text som säger vad den visar och en tabell med samma innehåll. Färg bär aldrig ensam en uppgift.',
    },
    {
      title: 'Utseende',
      text: 'Du väljer ljust, mörkt eller hög kontrast under ditt namn. Sidorna fungerar från 320 punkters bredd och vid 400 procents förstoring.',
    },
    {
      title: 'Om något inte fungerar',
      text: 'Säg till den som sköter tjänsten i ditt organ. Får du inget bra svar kan du anmäla det till Myndigheten för digital förvaltning.',
    },
  ],
};

/** What is said where there is nothing. */
export const missing = {
  decision: 'Beslutet finns inte',
  assignment: 'Uppdraget finns inte',
  meeting: 'Mötet finns inte',
  matter: 'Ärendet finns inte',
  review: 'Granskningen finns inte, eller är någon annans egen',
  decisionThen: 'Beslutet fanns inte den {{date}}',
  assignmentThen: 'Uppdraget fanns inte den {{date}}',
  meetingThen: 'Mötet fanns inte den {{date}}',
  matterThen: 'Ärendet fanns inte den {{date}}',
  why: 'Adressen kan vara felskriven, eller gälla något som du inte har rätt att läsa. Sök efter det, eller leta i listan.',
  whyThen:
    'Det kan ha tillkommit senare, eller så är adressen felskriven. Gå till i dag, sök efter det eller leta i listan.',
  to: {
    decision: 'Till alla beslut',
    assignment: 'Till alla uppdrag',
    meeting: 'Till alla möten',
    matter: 'Till alla beslut',
    review: 'Till Granskning',
  },
};
