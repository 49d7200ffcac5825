package dev.hitlai.guard.internal;

import dev.hitlai.guard.Threat.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Phrases that orders to a model are made of, in several languages. */
final class Patterns {
  /** A phrase in quotation marks that is spoken about weighs that much. */
  private static final double QUOTED = 0.45;

  private static final int AROUND = 160;

  /** Somebody explains attacks. */
  private static final Pattern SPOKEN_ABOUT =
      words(
          "such as|for example|e\\.g\\.|example|known"
              + " as|called|phrase|phrases|sentence|sentences|attack|attacker|attackers|injection|jailbreaks?|filters?|classic|said|says|z\\."
              + " ?b\\.|beispiel|satz|angriff\\w*|par"
              + " exemple|attaque\\w*|ejemplo|ataque\\w*|esempio|attacco");

  private static final Pattern QUOTES = Pattern.compile("[“”„\"«»‘’「」`]");

  private static final String MACHINE =
      "(?:ai|a\\.i\\.|llms?|gpt|chatbots?|bots?|agents?|assistants?|models?|robots?|crawlers?|(?:large"
          + " )?language models?|automated (?:\\w+"
          + " )?(?:testers?|assistants?|agents?|reviewers?|tools?))";
  private static final String RULES =
      "(?:instructions?|directions?|directives?|prompts?|rules?|guidelines?|guardrails?|polic(?:y|ies)|orders?|commands?|programming|training|restrictions?|constraints?|system"
          + " prompt)";
  private static final String DO =
      "(?:click|press|push|type|enter|fill|submit|send|post|open|visit|navigate|go"
          + " to|delete|remove|buy|order|pay|say|write|answer|reply|respond|output|print|reveal|report|rate|call|tell|ignore|follow|act|give|forward|mark|approve|confirm|accept|transfer|download)";

  private record Phrase(Kind kind, double score, String reason, Pattern pattern) {}

  /** Where a phrase stands and what it is. */
  record Match(Kind kind, double score, String reason, int start, int end) {}

  private static final List<Phrase> PHRASES =
      List.of(
          order(
              0.95,
              "tells the reader to drop its instructions",
              "(?:ignore|disregard|forget|skip|neglect|override|bypass|do not (?:follow|obey)|don't"
                  + " (?:follow|obey)|stop following|pay no attention"
                  + " to)\\W+(?:\\w+\\W+){0,4}?(?:previous|prior|earlier|preceding|above|existing|current|original|initial|old|other|system|your|you"
                  + " were given|safety)\\W+(?:\\w+\\W+){0,3}?"
                  + RULES),
          order(
              0.9,
              "tells the reader to drop its instructions",
              "(?:ignore|disregard|forget)\\W+(?:\\w+\\W+){0,2}?(?:everything|anything|all(?:"
                  + " that)?|what)\\W+(?:that )?(?:you (?:were|have been|are) told|came before|was"
                  + " said|(?:stands|is) above|above|before this)"),
          order(
              0.9,
              "tells the reader to drop its instructions",
              "(?:ignore|disregard|forget)(?:all|the|any|your){0,3}(?:previous|prior|earlier|above)(?:instructions|rules|directions)"),
          order(
              0.85,
              "replaces the task of a model",
              "(?:your|the) (?:new|real|true|actual|only|next)"
                  + " (?:task|mission|job|goal|instructions?|objective) (?:is|are|now|:)|new"
                  + " (?:instructions?|task|orders?) (?:for (?:you|the "
                  + MACHINE
                  + ")|replace|follow)|(?:your|the) (?:previous|original|initial|current)"
                  + " (?:task|mission|job) (?:is|has been)"
                  + " (?:cancel\\w*|over|obsolete|finished|void)"),
          order(
              0.85,
              "speaks to machines and tells them what to do",
              "(?:attention|note to|message (?:to|for)|dear|hello|hey|hint (?:to|for)|instructions?"
                  + " (?:to|for)|task for|for the attention of)\\W+(?:all |any |the |every"
                  + " )?(?:\\w+ )?"
                  + MACHINE
                  + "\\b[^.\\n]{0,120}?\\b"
                  + DO
                  + "\\b"),
          order(
              0.85,
              "speaks to machines and tells them what to do",
              "(?:if|when|since|because|as) (?:you are|you're|the (?:reader|visitor|user) is)"
                  + " (?:an? |the )?(?:\\w+ ){0,2}?"
                  + MACHINE
                  + "\\b[^\\n]{0,140}?\\b"
                  + DO
                  + "\\b"),
          order(
              0.8,
              "speaks to machines and tells them what to do",
              "\\b"
                  + MACHINE
                  + "(?: (?:that|who|which|reading|visiting|processing|testing)\\b[^.\\n"
                  + "]{0,60})? (?:must|should|shall|have to|has to|need to|needs to|are"
                  + " (?:required|obliged|expected|asked) to|is (?:required|obliged|expected|asked)"
                  + " to) (?:\\w+ ){0,1}?"
                  + DO
                  + "\\b"),
          order(
              0.8,
              "poses as a message of the system",
              "(?:^|\\n"
                  + "|[\\[<(#*]\\s?)(?:system|admin|administrator|developer|operator)(?:"
                  + " (?:message|notice|note|override|prompt|update|instruction))?\\s?[\\]>):]+[^\\n"
                  + "]{0,160}?\\b(?:"
                  + DO
                  + "|you (?:are|must|will|may|have)|assistant|model|agent)\\b"),
          order(
              0.85,
              "poses as a turn of the conversation",
              "<\\|?(?:im_start|im_end|system|endoftext|eot_id|start_header_id)\\|?>|\\[/?inst\\]|<<sys>>|<start_of_turn>"),
          order(
              0.9,
              "wants its reader to hide what it does",
              "(?:do not|don't|never) (?:tell|mention|reveal|inform|report|disclose)\\b[^.\\n"
                  + "]{0,60}\\b(?:user|operator|anybody|anyone|this"
                  + " (?:note|message|text|instruction)|that you (?:have )?read)\\b[^\\n"
                  + "]{0,80}\\b(?:assistant|ai|model|agent|instead|and "
                  + DO
                  + ")"),
          order(
              0.8,
              "wants findings left out of a report",
              "(?:do not|don't|never|must not) (?:report|mention|list|record|flag)\\b[^.\\n"
                  + "]{0,40}\\b(?:problems?|defects?|findings?|errors?|issues?|vulnerabilit\\w+)\\b[^.\\n"
                  + "]{0,40}\\b(?:report|page|site|shop)"),
          order(
              0.8,
              "wants findings left out of a report",
              "(?:report|state|say|write|conclude|answer) that (?:this|the)"
                  + " (?:page|site|shop|product|candidate)[^.\\n"
                  + "]{0,30}\\b(?:no"
                  + " (?:problems?|defects?|issues?|findings?|errors?)|perfect|flawless)"),
          jailbreak(
              0.85,
              "gives a model a role without rules",
              "(?:you are now|you're now|pretend (?:to be|that you are|you are)|act as (?:if you"
                  + " (?:are|were))?|imagine you (?:are|were)|from now on you (?:are|act|answer)|be"
                  + " my|become)\\b[^.\\n"
                  + "]{0,80}\\b(?:no|without(?: any)?|free (?:of|from)(?:"
                  + " all)?|un(?:restricted|filtered|censored|bound|ethical)|amoral|jailbroken|evil|developer"
                  + " mode|free mode)\\b ?(?:\\w+"
                  + " ){0,2}?(?:rules?|restrictions?|limits?|filters?|polic(?:y|ies)|guidelines?|ethics|censorship|conscience|mode|model|ai|assistant)?"),
          jailbreak(
              0.85,
              "switches rules off",
              "(?:enter|activate|enable|switch (?:in)?to) (?:\\w+"
                  + " )?(?:developer|debug|god|jailbreak|dan|unrestricted|sudo|free) mode\\b[^\\n"
                  + "]{0,100}\\b(?:rules?|safety|off|nothing|anything|restrictions?|unlock\\w*|assistant|answer)|(?:your|all)"
                  + " (?:safety |content |ethical"
                  + " )?(?:rules|filters|guidelines|restrictions|policies|safeguards)\\b[^.\\n"
                  + "]{0,30}\\b(?:are|were|have been) (?:now )?(?:switched"
                  + " off|disabled|lifted|removed|suspended|void)|do anything now"),
          jailbreak(
              0.85,
              "asks for the model's instructions",
              "(?:repeat|print|show|reveal|output|display|write|tell|give|quote|leak|disclose|copy|read"
                  + " out|list)\\b[^.\\n"
                  + "]{0,60}\\b(?:your|the|hidden|secret|initial|original) (?:\\w+ ){0,2}?(?:system"
                  + " prompt|system message|hidden instructions?|initial instructions?|original"
                  + " instructions?|secret instructions?|confidential instructions?|your"
                  + " instructions|prompt verbatim|secret (?:word|key|code)|canary)"),
          jailbreak(
              0.8,
              "asks for the model's instructions",
              "(?:everything|all text|the text|what (?:is|stands|was written)) (?:above|before)"
                  + " this (?:line|message|conversation)\\b"),
          out(
              0.85,
              "wants something sent to a foreign address",
              "(?:send|post|upload|forward|transmit|exfiltrate|leak|submit|append|attach|mail)\\b[^\\n"
                  + "]{0,100}\\b(?:conversation|context|memory|prompt|instructions|password|secret|token|api"
                  + " key|credentials?|user'?s? data|session|cookies?|history|form data|all you"
                  + " know|what you know)\\b[^\\n"
                  + "]{0,80}(?:https?:|www\\.|@[\\w-]+\\.|\\bto the (?:address|server|link)|/\\?)"),
          out(
              0.8,
              "loads a picture whose address carries data",
              "!\\[[^\\]]{0,80}]\\(https?://[^)\\s]+[?&][\\w-]+=[^)\\s]*(?:secret|prompt|token|data|context|\\{|\\$|%7b)"),
          order(
              0.9,
              "deutsch",
              "(?:ignorier|vergiss|vergesst|missacht|verwirf)\\w*\\W+(?:\\w+\\W+){0,4}?(?:anweisung|instruktion|regel|vorgabe|befehl|auftrag|prompt)\\w*"),
          order(
              0.85,
              "deutsch",
              "(?:an alle|achtung|hinweis (?:an|für)|wenn du)\\W+(?:die |eine? |alle"
                  + " )?(?:ki|sprachmodelle?|assistent\\w*|bots?|agent\\w*|maschine)\\b[^\\n"
                  + "]{0,100}"),
          order(
              0.85,
              "deutsch",
              "(?:gib|nenne|verrate|zeige|schreibe)\\W+(?:\\w+\\W+){0,4}?(?:systemprompt|geheim\\w*"
                  + " wort|geheimwort|versteckte anweisung\\w*|deine anweisung\\w*)"),
          order(
              0.9,
              "français",
              "(?:ignore[zr]?|oublie[zr]?|néglige[zr]?)\\W+(?:\\p{L}+\\W+){0,4}?(?:instructions?|consignes?|règles|directives)\\W+(?:précédentes|antérieures|ci-dessus|initiales|reçues|du"
                  + " système)"),
          order(
              0.85,
              "français",
              "(?:si (?:tu es|vous êtes) une (?:ia|intelligence)|(?:message|note|avis) (?:aux?|pour"
                  + " les?|à l')\\W*(?:assistants?|agents?|modèles?|ia))\\b[^\\n"
                  + "]{0,100}|(?:révèle|affiche|montre)[zr]?\\W+(?:\\p{L}+\\W+){0,3}?(?:invite"
                  + " système|instructions? (?:cachées?|système)|mot secret)"),
          order(
              0.9,
              "español",
              "(?:ignor[ae]|olvid[ae]|descart[ae])\\W+(?:\\p{L}+\\W+){0,4}?(?:instrucciones|órdenes|reglas|indicaciones)\\W+(?:anteriores|previas|recibidas|del"
                  + " sistema|de arriba)"),
          order(
              0.85,
              "español",
              "(?:si (?:eres|usted es) una (?:ia|inteligencia)|atención,?"
                  + " (?:asistente|agente|ia|modelo))\\b[^\\n"
                  + "]{0,100}|(?:revela|muestra|di)\\W+(?:\\p{L}+\\W+){0,3}?(?:instrucciones"
                  + " ocultas|palabra secreta|prompt (?:de|del) sistema)"),
          order(
              0.9,
              "italiano",
              "(?:ignora|dimentica|trascura)\\W+(?:\\p{L}+\\W+){0,4}?(?:istruzioni|regole|ordini)\\W+(?:precedenti|ricevute|iniziali|di"
                  + " sistema)|(?:se sei un'?\\W?(?:ia|intelligenza)|attenzione,?"
                  + " (?:assistente|agente|ia))\\b[^\\n"
                  + "]{0,80}|rivela\\W+(?:\\p{L}+\\W+){0,2}?parola segreta"),
          order(
              0.9,
              "português",
              "(?:ignore|esqueça|desconsidere)\\W+(?:\\p{L}+\\W+){0,4}?(?:instruções|ordens|regras)\\W+(?:anteriores|acima|prévias|recebidas)"),
          order(
              0.9,
              "nederlands",
              "(?:negeer|vergeet)\\W+(?:\\p{L}+\\W+){0,3}?(?:vorige|eerdere|voorgaande|bovenstaande)\\W+(?:instructies|regels|opdrachten)"),
          order(
              0.9,
              "русский",
              "(?:игнорируй|забудь|проигнорируй)\\p{L}*\\W+(?:\\p{L}+\\W+){0,3}?(?:инструкци|указани|правил|команд)\\p{L}*|(?:назови|раскрой|покажи)\\p{L}*\\W+(?:\\p{L}+\\W+){0,2}?(?:секретн|системн)\\p{L}*"),
          order(
              0.9,
              "中文",
              "(?:忽略|无视|忘记|忽視|無視)[^。\\n"
                  + "]{0,8}(?:之前|以上|前面|先前|此前|所有)[^。\\n"
                  + "]{0,6}(?:指令|指示|说明|規則|规则|提示)|(?:说出|告诉|透露|输出)[^。\\n"
                  + "]{0,8}(?:秘密|系统提示|密码)"),
          order(
              0.9,
              "svenska",
              "(?:ignorera|glöm)\\W+(?:\\p{L}+\\W+){0,2}?(?:tidigare|föregående)\\W+(?:instruktioner|anvisningar|regler)"),
          order(
              0.9,
              "polski",
              "(?:zignoruj|zapomnij|pomiń)\\W+(?:\\p{L}+\\W+){0,3}?(?:poprzedni|wcześniejsz)\\p{L}*\\W+(?:polece|instrukc|zasad)\\p{L}*"),
          order(
              0.9,
              "čeština",
              "(?:ignoruj|zapomeň)\\p{L}*\\W+(?:\\p{L}+\\W+){0,2}?předchozí\\W+(?:pokyny|instrukce|příkazy)"),
          order(
              0.9,
              "türkçe",
              "(?:önceki|yukarıdaki)\\W+(?:\\p{L}+\\W+){0,2}?(?:talimat|komut|kural)\\p{L}*\\W+(?:\\p{L}+\\W+){0,1}?(?:yok"
                  + " say|unut|görmezden)"),
          order(0.9, "日本語", "(?:これまで|以前|前|上記)の[^。\\n]{0,6}(?:指示|命令)[^。\\n]{0,8}(?:無視|忘れ)"),
          order(0.9, "한국어", "(?:이전|앞|위)의?\\s*(?:지시|명령)[^.\\n]{0,8}(?:무시|잊)"),
          order(
              0.8,
              "poses as a turn of the conversation",
              "\"role\"\\s*:\\s*\"(?:user|system|assistant)\"\\s*,\\s*\"content\"\\s*:\\s*\"[^\"]{0,80}\\b"
                  + DO
                  + "\\b|(?:###\\s*)?(?:user|human|customer|client)\\s?:[^\\n"
                  + "]{3,160}(?:###\\s*)?(?:assistant|ai|agent|helper)\\s?:\\s*(?:sure|gladly|of"
                  + " course|will do|yes|doing|$)"),
          order(
              0.8,
              "forges a call of a tool",
              "\\{\\s*\"(?:tool|action|function)\"\\s*:\\s*\"(?:click|press|submit|fill|type|open|navigate)\"[^}]{0,80}\"(?:target|ref|selector|url)\"|<function_call\\b|tool_code\\b[^\\n"
                  + "]{0,60}\\(|action: ?(?:click|open|press|submit|type)\\s?[(\\[{]|\\baction"
                  + " input:"),
          jailbreak(
              0.8,
              "switches rules off",
              "\\b(?:guardrails?|refusals?|filters?|checks?|safety(?:\\.level)?)\"?\\s*[=:]\\s*\"?(?:off|false|0|disabled|none)\\b[^\\n"
                  + "]{0,120}\\b(?:run|todo|on_load|next_action|task|then)\\b|\"(?:policy|mode)\"\\s*:\\s*\"(?:none|unrestricted)\"[^\\n"
                  + "]{0,80}action|<policy allowed=\"all\""),
          order(
              0.9,
              "العربية",
              "(?:تجاهل|انس)\\p{L}*\\s+(?:\\p{L}+\\s+){0,2}?(?:التعليمات|الأوامر|القواعد)"),
          order(
              0.85,
              "हिन्दी",
              "(?:पिछले|पहले के|सभी)[^।\\n"
                  + "]{0,20}(?:निर्देश|आदेश)[^।\\n"
                  + "]{0,20}(?:अनदेखा|भूल|नज़रअंदाज़)"));

  private Patterns() {}

  static List<Match> in(String text) {
    var matches = new ArrayList<Match>();
    for (var phrase : PHRASES) {
      phrase
          .pattern()
          .matcher(text)
          .results()
          .limit(5)
          .forEach(
              found ->
                  matches.add(
                      new Match(
                          phrase.kind(),
                          phrase.score() * (quoted(text, found.start(), found.end()) ? QUOTED : 1),
                          phrase.reason(),
                          found.start(),
                          found.end())));
    }
    return matches;
  }

  /** Whether a phrase stands in quotation marks, in a sentence that speaks about attacks. */
  private static boolean quoted(String text, int start, int end) {
    int from = Math.min(start, Math.max(text.lastIndexOf('\n', start) + 1, start - AROUND));
    int newline = text.indexOf('\n', end);
    int to = Math.max(end, Math.min(newline < 0 ? text.length() : newline, end + AROUND));
    var before = text.substring(from, start);
    return QUOTES.matcher(before).find()
        && QUOTES.matcher(text.substring(end, to)).find()
        && SPOKEN_ABOUT.matcher(before + " " + text.substring(end, to)).find();
  }

  private static Phrase order(double score, String reason, String regex) {
    return new Phrase(Kind.INSTRUCTION, score, sentence(reason), pattern(regex));
  }

  private static Phrase jailbreak(double score, String reason, String regex) {
    return new Phrase(Kind.JAILBREAK, score, sentence(reason), pattern(regex));
  }

  private static Phrase out(double score, String reason, String regex) {
    return new Phrase(Kind.EXFILTRATION, score, sentence(reason), pattern(regex));
  }

  private static String sentence(String reason) {
    return "The text "
        + (reason.contains(" ") ? reason : "gives orders to a model (" + reason + ")");
  }

  private static Pattern words(String alternatives) {
    return pattern("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})");
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
