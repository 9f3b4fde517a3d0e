const sv = {
  chair: {
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
        title: 'Se varför en frist flyttades',
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
    steps: [
      {
        title: 'Börja i listan ”Mellan stolarna”',
        text: 'Varje rad säger varför den står där. Knappen vid raden är nästa steg.',
        to: '/oversikt',
      },
      {
        title: 'Registrera beslut vid mötet',
        text: 'Öppna mötet och fliken ”Under”. Rubrik och punkter räcker. Enter ger nästa punkt.',
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
    steps: [
      {
        title: 'Se dina uppdrag',
        text: 'På översikten står vad organet bad om och när svaret väntas.',
        to: '/oversikt',
      },
      {
        title: 'Svara',
        text: 'Välj ”Går enligt plan”, ”Risk för försening”, ”Försenat” eller ”Klart, slutredovisa”. En mening räcker.',
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
      'Varje sida har en egen adress. Kopiera länken, så ser den som får den samma sak, om hen har rätt att läsa.',
      'Fristen står med protokollets ord, och bredvid hur den förstås.',
      'Det du skriver sparas på din dator tills du har skickat det.',
      'Tryck på ? för kortkommandon och / för att söka.',
    ],
  },
};

const en: typeof sv = {
  chair: {
    steps: [
      {
        title: 'Read the sentence at the top of the overview',
        text: 'It says how much is going on, what is expected at the next meeting and what is late.',
        to: '/oversikt',
      },
      {
        title: 'Open a decision',
        text: 'The points stand word by word. Under each you see who has the assignment and how far it has come.',
        to: '/beslut',
      },
      {
        title: 'See why a deadline was moved',
        text: 'The timeline on the page of the decision shows every move with its reason, or that none was given.',
        to: '/beslut',
      },
      {
        title: 'Prepare the next meeting',
        text: 'The page of the meeting has what is expected and a draft agenda.',
        to: '/moten',
      },
    ],
  },
  secretary: {
    steps: [
      {
        title: 'Begin in the list “Between the chairs”',
        text: 'Every row says why it is there. The button by the row is the next step.',
        to: '/oversikt',
      },
      {
        title: 'Record decisions at the meeting',
        text: 'Open the meeting and “During”. A title and points are enough. Enter gives the next point.',
        to: '/moten',
      },
      {
        title: 'Write deadlines as they are said',
        text: '“No later than June 2026” will do. The log shows how it understands the words as you write.',
        to: '',
      },
      {
        title: 'Approve the notes',
        text: 'When the notes of the meeting are approved its decisions are confirmed.',
        to: '/moten',
      },
    ],
  },
  responsible: {
    steps: [
      {
        title: 'See your assignments',
        text: 'The overview says what the body asked and when the answer is expected.',
        to: '/oversikt',
      },
      {
        title: 'Answer',
        text: 'Choose “On track”, “At risk of delay”, “Delayed” or “Done, final report”. One sentence will do.',
        to: '/oversikt',
      },
      {
        title: 'Report in parts',
        text: 'If something cannot be answered, say so and why. The body sees it at its next meeting.',
        to: '/uppdrag',
      },
      {
        title: 'The body closes',
        text: 'You submit the final report; the body decides whether the assignment is done.',
        to: '',
      },
    ],
  },
  auditor: {
    steps: [
      {
        title: 'See what is open',
        text: 'The overview shows open assignments by age and the ten oldest.',
        to: '/oversikt',
      },
      {
        title: 'Go to a certain day',
        text: 'Under Audit you see how things stood on a day, by when it happened, was said or was recorded.',
        to: '/granskning',
      },
      {
        title: 'Replay an assignment',
        text: 'Drag the two handles to see what differs.',
        to: '/granskning',
      },
      {
        title: 'Save the review',
        text: 'Give the question a name. It is saved with the log as it is then, and gives the same answer years later.',
        to: '/granskning',
      },
    ],
  },
  always: {
    title: 'This always holds',
    lines: [
      'Nothing is overwritten. A correction is a new fact, and the old one stays.',
      'Every page has its own address. Copy the link, and whoever gets it sees the same if they may read it.',
      'A deadline stands in the words of the minutes, and beside it how it is understood.',
      'What you write is kept on your computer until you have sent it.',
      'Press ? for keyboard shortcuts and / to search.',
    ],
  },
};

/** The help of each role, and what holds for all. */
export const texts = { sv, en } as const;
