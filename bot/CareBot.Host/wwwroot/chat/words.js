// Web Chat's own words where ours are better: true of a person as of the assistant, and Italian as one says it to a customer.

const italian = {
  ACTIVITY_BOT_SAID_ALT: 'L’assistenza ha scritto:',
  ACTIVITY_BOT_ATTACHED_ALT: 'L’assistenza ha allegato:',
  ACTIVITY_YOU_SAID_ALT: 'Lei ha scritto:',
  ACTIVITY_YOU_ATTACHED_ALT: 'Lei ha allegato:',
  ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: 'Faccia clic per aprirlo.',
  ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: 'Il messaggio contiene pulsanti o campi.',
  ACTIVITY_INTERACTIVE_REASON_LINK_ALT: 'Il messaggio contiene uno o più link.',
  ACTIVITY_STATUS_SEND_FAILED_RETRY: 'Invio non riuscito. [Riprova][RETRY]',
  ACTIVITY_STATUS_SEND_STATUS_ALT_SENDING: 'Invio in corso…',
  ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: 'Inviato: $1',
  CONNECTIVITY_STATUS_ALT: 'Stato della connessione: $1',
  CONNECTIVITY_STATUS_ALT_FATAL: 'Connessione non riuscita.',
  CONNECTIVITY_STATUS_ALT_RECONNECTING: 'Connessione interrotta. Riconnessione in corso…',
  CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'Qualcosa non si visualizza come dovrebbe. Ricarichi la pagina.',
  CONNECTIVITY_STATUS_ALT_SLOW_CONNECTION: 'La connessione richiede più tempo del solito.',
  FILE_CONTENT_ALT: '«$1»',
  FILE_CONTENT_DOWNLOADABLE_ALT: '$1: scarica il file',
  FILE_CONTENT_DOWNLOADABLE_WITH_SIZE_ALT: '$1 $2: scarica il file',
  FILE_CONTENT_WITH_SIZE_ALT: '$1 $2',
  KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_BODY: 'Tasto Invio',
  KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_HEADER: 'Entrare in un messaggio',
  KEYBOARD_HELP_CHAT_HISTORY_HEADER: 'Cronologia della chat',
  KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_BODY: 'Tasto Esc',
  KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER: 'Uscire dal messaggio',
  KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_ITEMS_BODY: 'Tasto Tab\nMaiusc + Tab',
  KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_ITEMS_HEADER: 'Spostarsi tra gli elementi di un messaggio',
  KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_MESSAGES_BODY: 'Freccia su\nFreccia giù',
  KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_MESSAGES_HEADER: 'Spostarsi tra i messaggi',
  KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_BODY: 'Tasto Invio',
  KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_HEADER: 'Premere un pulsante',
  KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_BODY: 'Tasto Tab\nMaiusc + Tab',
  KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_HEADER: 'Spostarsi tra gli elementi della chat',
  KEYBOARD_HELP_CHAT_WINDOW_HEADER: 'Finestra della chat',
  KEYBOARD_HELP_HEADER: 'Comandi da tastiera',
  MARKDOWN_EXTERNAL_LINK_ALT: 'Si apre in una nuova finestra, su un altro sito.',
  RECEIPT_CARD_TOTAL: 'Totale',
  REFERENCE_LIST_HEADER_ONE: '$1 riferimento',
  REFERENCE_LIST_HEADER_FEW: '$1 riferimenti',
  REFERENCE_LIST_HEADER_MANY: '$1 riferimenti',
  REFERENCE_LIST_HEADER_OTHER: '$1 riferimenti',
  REFERENCE_LIST_HEADER_TWO: '$1 riferimenti',
  SEND_BOX_IS_EMPTY_TOOLTIP_ALT: 'Scriva un messaggio prima di inviarlo.',
  SUGGESTED_ACTIONS_LABEL_ALT: 'Risposte suggerite',
  TEXT_INPUT_ALT: 'Il suo messaggio',
  TEXT_INPUT_ATTACHMENTS_FEW: '$1 allegati',
  TEXT_INPUT_ATTACHMENTS_MANY: '$1 allegati',
  TEXT_INPUT_ATTACHMENTS_ONE: '1 allegato',
  TEXT_INPUT_ATTACHMENTS_OTHER: '$1 allegati',
  TEXT_INPUT_ATTACHMENTS_TWO: '$1 allegati',
  TEXT_INPUT_UPLOAD_BUTTON_ALT: 'Allega un file',
  TOAST_ACCORDION_FEW: '$1 notifiche: faccia clic per leggerle',
  TOAST_ACCORDION_MANY: '$1 notifiche: faccia clic per leggerle',
  TOAST_ACCORDION_OTHER: '$1 notifiche: faccia clic per leggerle',
  TOAST_ACCORDION_TWO: '$1 notifiche: faccia clic per leggerle',
  TOAST_ALT_SUCCESS: 'Operazione riuscita',
  TOAST_DISMISS_BUTTON: 'Chiudi',
  TRANSCRIPT_ARIA_LABEL_ALT: 'Cronologia della chat: usi le frecce per spostarsi tra i messaggi.',
  TRANSCRIPT_ARIA_ROLE_ALT: 'cronologia della chat',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT:
    'Il messaggio contiene pulsanti o campi. Prema Maiusc+Tab due o tre volte per passare alla cronologia della chat, poi apra il messaggio.',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT:
    'Il messaggio contiene uno o più link. Prema Maiusc+Tab due o tre volte per passare alla cronologia della chat, poi apra il messaggio.',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT:
    'Ci sono risposte suggerite. Prema Maiusc+Tab due o tre volte per sceglierne una.',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: 'Ci sono risposte suggerite. Prema $1 per sceglierne una.',
  TRANSCRIPT_LIVE_REGION_SEND_FAILED_ALT: 'Il messaggio non è stato inviato.',
  TRANSCRIPT_TERMINATOR_TEXT: 'Fine della cronologia',
  TYPING_INDICATOR_ALT: 'L’assistenza sta scrivendo',
  TYPING_INDICATOR_MULTIPLE_TEXT: '$1 e altri stanno scrivendo.',
  TYPING_INDICATOR_SINGLE_TEXT: '$1 sta scrivendo.',
};

const english = {
  ACTIVITY_BOT_SAID_ALT: 'Customer care said:',
  ACTIVITY_BOT_ATTACHED_ALT: 'Customer care attached:',
  ACTIVITY_STATUS_SEND_FAILED_RETRY: 'Not sent. [Try again][RETRY]',
  ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: 'Sent: $1',
  CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'Something cannot be shown as it should. Please reload the page.',
  FILE_CONTENT_DOWNLOADABLE_ALT: '$1: download the file',
  FILE_CONTENT_DOWNLOADABLE_WITH_SIZE_ALT: '$1 $2: download the file',
  SUGGESTED_ACTIONS_LABEL_ALT: 'Suggested replies',
  TEXT_INPUT_ALT: 'Your message',
  TEXT_INPUT_UPLOAD_BUTTON_ALT: 'Attach a file',
  TYPING_INDICATOR_ALT: 'Customer care is typing',
};

/** Web Chat's words in a language of the page, with ours over them. */
export const words = (language, placeholder) => strings => ({
  ...strings,
  ...(language === 'it' ? italian : english),
  TEXT_INPUT_PLACEHOLDER: placeholder,
  GLOBALIZE: formats(language),
});

// Web Chat writes 7:08 PM in every language, and forgets the hour of what was said today. It takes its formats from here instead.
function formats(language) {
  const locale = language === 'it' ? 'it-IT' : navigator.languages.find(tag => tag.startsWith('en')) ?? 'en-GB';
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const plurals = new Intl.PluralRules(locale);
  return {
    dateFormatter: () => date => {
      const at = clock.format(date);
      return isSameDay(date, new Date()) ? at
        : isSameDay(date, yesterday()) ? `${relative.format(-1, 'day')}, ${at}`
        : `${day.format(date)}, ${at}`;
    },
    relativeTimeFormatter: unit => count => relative.format(count, unit),
    plural: count => plurals.select(count),
    unitFormatter: unit => size => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(size),
  };
}

const isSameDay = (one, other) => one.toDateString() === other.toDateString();

function yesterday() {
  const date = new Date();
  date.setDate(date.getDate() - 1);
  return date;
}
