using System.Collections.Frozen;

namespace CareBot.Turns;

/// <summary>The phrases of small talk, without accents and punctuation; what is filler belongs to no kind.</summary>
internal static class SmallTalkWords
{
    public static FrozenDictionary<string, SmallTalk?> Phrases { get; } = new Dictionary<SmallTalk, string>
    {
        [SmallTalk.Assent] =
            """
            ok; okay; okk; va bene; perfetto; bene; benissimo; ottimo; capito; ho capito; chiaro; d accordo; ah ok; ricevuto;
            perfect; great; cool; fine; good; nice; got it; i see; i understand; understood; alright; all right; oh ok
            """,
        [SmallTalk.Greeting] =
            """
            ciao; ciao ciao a tutti; salve; salve a tutti; buongiorno; buon giorno; buongiorno a tutti; buonasera; buona sera; buondi;
            buon pomeriggio; ehi; ehila; hey; hi; hello; hola; hi there; hello there; hey there; good morning; good afternoon;
            good evening; hi everyone; hello everyone; a tutti; c e qualcuno; anybody there; anyone there
            """,
        [SmallTalk.Thanks] =
            """
            grazie; grazie mille; mille grazie; tante grazie; grazie tante; grazie infinite; grazie di tutto; grazie dell aiuto;
            grazie per l aiuto; grazie ancora; la ringrazio; ti ringrazio; vi ringrazio; ringrazio; molto gentile; molto gentili;
            gentilissimo; gentilissima; gentilissimi; gentilissime; thanks; thanks a lot; thanks so much; many thanks; thank you;
            thank you so much; thank you very much; thank you for your help; thanks for your help; thanks for the help; thx; ty; tysm; cheers;
            much appreciated; i appreciate it
            """,
        [SmallTalk.Goodbye] =
            """
            arrivederci; arrivederla; addio; ciao ciao; ok ciao; a presto; a risentirci; ci sentiamo; alla prossima; buona giornata;
            buona serata; buonanotte; buona notte; buon weekend; buon fine settimana; buon lavoro; saluti; cordiali saluti; un saluto;
            bye; bye bye; goodbye; good bye; see you; see ya; see you soon; have a nice day; have a good day; have a great day;
            have a nice evening; good night; take care; that s all; that is all; that will be all; e tutto; basta cosi; ho finito;
            grazie ciao; thanks bye
            """,
        [SmallTalk.Laughter] = "ahah; haha; hehe; eheh; hihi; lol; lmao; rofl; rotfl; xd; ah ah; ah ah ah; ha ha; ha ha ha; che ridere; funny; divertente",
        [SmallTalk.Compliment] =
            """
            bravo; brava; bravi; bravissimo; bravissima; bravissimi; complimenti; che bravo; che brava; sei bravo; sei brava; sei bravissimo;
            sei bravissima; sei stato bravo; sei stato bravissimo; sei stata bravissima; sei grande; sei un grande; grande; sei forte; sei fantastico;
            sei fantastica; siete fantastici; siete bravi; siete bravissimi; siete i migliori; ottimo servizio; ottimo lavoro; bel lavoro; che servizio;
            ti amo; ti voglio bene; sei simpatico; sei simpatica; sei gentile; sei molto gentile; sei molto bravo; well done; good job; great job; nice job; nice work; good bot;
            you re great; you are great; you re awesome; you are awesome; you re amazing; you are amazing; you re the best;
            you are the best; great service; excellent service; love it; i love you; i love it; you rock; you are very kind; you re very kind;
            you re so helpful; you are so helpful; very helpful; so helpful; fantastico; amazing; awesome
            """,
        [SmallTalk.Opening] =
            """
            aiuto; aiutatemi; aiutami; mi aiuti; mi aiuta; mi puo aiutare; puo aiutarmi; puoi aiutarmi; potete aiutarmi; mi potete aiutare; mi serve aiuto; ho bisogno di aiuto; avrei bisogno di aiuto;
            ho bisogno di una mano; ho un problema; ho un dubbio; ho una domanda; avrei una domanda; ho delle domande; ho alcune domande; una domanda; posso fare una domanda; posso farle una domanda; posso chiedere una cosa; volevo chiedere una cosa;
            vorrei un informazione; vorrei delle informazioni; vorrei informazioni; avrei bisogno di un informazione; ho bisogno di un informazione; mi serve un informazione; volevo un informazione; informazioni; informazione; info;
            help; help me; please help; please help me; i need help; i need some help; i need your help; can you help me; can you help; could you help me; could you help; i have a question; i have a problem; i have an issue; i have a doubt; quick question;
            a question; can i ask a question; can i ask you something; can i ask you a question; i need information; i need some information; i would like some information; information
            """,
        [SmallTalk.HowAreYou] =
            """
            come stai; come sta; come va; come va oggi; come stai oggi; come sta oggi; tutto bene; come te la passi; come andiamo;
            how are you; how are you doing; how are you today; how are you doing today; how s it going; how is it going; how do you do; what s up; whats up; sup;
            you ok; are you ok
            """,
        [SmallTalk.AreYouRobot] =
            """
            sei un robot; sei un bot; sei una macchina; sei un computer; sei una persona; sei una persona vera; sei una persona reale; sei vero;
            sei vera; sei reale; sei umano; sei umana; sei un umano; sei un essere umano; sei un operatore; sei un intelligenza artificiale; sei una ia;
            sei un ia; sei un ai; sei una ai; sei chatgpt; chi sei; chi e lei; con chi parlo; con chi sto parlando; sto parlando con un robot; sto parlando con una macchina;
            sto parlando con un bot; sto parlando con una persona; parlo con un robot; parlo con una persona; parlo con una macchina; e un robot; lei e un robot; lei e una persona;
            lei e una persona vera; e una persona; c e una persona vera; siete persone vere; siete robot; siete un robot; bot; o un robot; o una persona; o una macchina; o un bot; o una persona vera;
            sei un robot o una persona; sei una persona o un robot; sei una persona o una macchina;
            are you a robot; are you a bot; are you a machine; are you a computer; are you a person; are you a real person; are you real;
            are you human; are you a human; are you a human being; are you an ai; are you ai; are you chatgpt; are you an operator; who are you; what are you; who is this; who am i talking to;
            am i talking to a robot; am i talking to a bot; am i talking to a machine; am i talking to a person; am i talking to a real person;
            am i talking to a human; am i speaking to a person; am i speaking to a human; am i chatting with a bot; is this a bot; is this a robot; is this a real person; is this a human; is this a person;
            or a person; or a robot; or a human; or a bot; or a machine; or a real person; or human; or real
            """,
        [SmallTalk.Insult] =
            """
            stupido; stupida; stupidi; stupido bot; idiota; idioti; cretino; cretina; cretini; imbecille; imbecilli; deficiente; deficienti; scemo; scema; scemi; ignorante; ignoranti;
            incapace; incapaci; incompetente; incompetenti; buffoni; buffone; pagliacci; pagliaccio; ladri; ladro; truffatori; truffatore; delinquenti; bastardo; bastardi; bastarda;
            stronzo; stronza; stronzi; coglione; coglioni; cazzo; cazzi; cazzata; cazzate; che cazzo; merda; di merda; vaffanculo; affanculo; fanculo; va a cagare; vai a cagare; andate a cagare; vai a quel paese;
            andate a quel paese; va al diavolo; andate al diavolo; che schifo; fai schifo; fate schifo; fa schifo; schifo; mi fate schifo; servizio di merda; porca miseria; porca troia; puttana; porco; minchia;
            rompi; hai rotto; avete rotto; mi hai rotto; mi avete rotto; non capisci niente; non capisci nulla; non capisce niente; non capite niente; non capite nulla; non servi a niente; non servi a nulla; non servite a niente; sei inutile; siete inutili; inutile; inutili;
            sei un idiota; sei uno stupido; sei stupido; sei scemo; sei un cretino; sei un imbecille; siete ridicoli; ridicoli; ridicolo; vergogna; vergognatevi; siete una vergogna; che vergogna; siete dei ladri; siete ladri; siete dei truffatori; siete degli incapaci;
            stupid; stupid bot; idiot; idiots; moron; morons; dumb; dumb bot; useless; useless bot; pathetic; crap; this is crap; rubbish; this is rubbish; garbage; bullshit; this is bullshit; shit; shitty; piece of shit; fuck; fuck you; fuck off; fucking; wtf; what the fuck; what the hell;
            go to hell; screw you; bastard; bastards; asshole; assholes; arsehole; bitch; damn; damn it; dammit; bloody; bloody hell; you suck; this sucks; you re useless; you are useless; you re stupid; you are stupid; you re an idiot; you are an idiot; you re dumb; scammers; scammer; thieves; crooks;
            you understand nothing; you don t understand anything; worst service ever; shame on you; ridiculous; this is ridiculous
            """,
    }
    .SelectMany(kind => Split(kind.Value).Select(phrase => (phrase, (SmallTalk?)kind.Key)))
    .Concat(Split(
        """
        ah; oh; eh; beh; mah; boh; uh; mmm; mm; hmm; hm; e; ed; ma; di nulla; molto; davvero; proprio; tutti; tutto; per ora; per adesso; per favore; scusi; scusa; scusate; senta; gentilmente;
        lei; voi; tu; tutti voi; anche a lei; anche a voi; altrettanto; a te; a lei; a voi; siete; sei; un; una; dei; degli; delle; che; solo; proprio un; proprio una; brutto; brutta; brutti; senti;
        so; well; very; really; and; you; you too; same to you; for now; please; excuse me; sorry; you re; you are; a; an; the; bunch of; such; this is; it s; its; is; are; what a; just; man; bro; dear
        """).Select(phrase => (phrase, (SmallTalk?)null)))
    .DistinctBy(phrase => phrase.Item1)
    .ToFrozenDictionary(phrase => phrase.Item1, phrase => phrase.Item2, StringComparer.Ordinal);

    private static string[] Split(string phrases) =>
        phrases.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
