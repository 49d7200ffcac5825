package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The many ways of asking for the same, brought to the one that the skills know. */
final class Wording {
  private record Rule(Pattern pattern, String instead) {}

  private static final Pattern POLITE =
      Pattern.compile(
          "(?i)^(?:(?:as soon as|once|when) (?:it|they|you|that|this|he|she)(?:'s|'re| is| are|"
              + " does| do| has| have| did| was| were)?(?: so| the case| done| found it| got it|"
              + " there)?,|please|kindly|now|first(?:ly)?|next|then|and|but|also|finally|lastly|afterwards|simply|just|at"
              + " last|after that|after this|that done|in the end|to (?:begin|start|finish)(?:"
              + " with)?|as (?:a|the|your) (?:first|next|last|final) step|once (?:that is"
              + " )?done|when (?:that is )?done|try to|you (?:want|need|have|are asked|ought|are)"
              + " to|you(?: must| should| can|'ll have to)|your (?:task|job|goal|aim) is to|the"
              + " (?:task|job|goal|aim) is to|go ahead and|(?:can|could|would|will) you(?:"
              + " please)?|(?:i|we) (?:want|need)(?: you)? to|(?:i|we)(?: would|'d) like(?: you)?"
              + " to|remember to|be sure to|make sure (?:to|you|that you)|help me(?: to)?|let"
              + " us|let's|(?:start|begin) by|proceed to|don't forget to)[, :]+(?=\\S)");
  private static final Pattern COURTEOUS =
      Pattern.compile(
          "(?i)^(?:(?:please|kindly|and|also|then|(?:can|could|would|will) you(?: please|"
              + " kindly)?|would you (?:be so kind as to|mind)|would it be possible to|i was"
              + " wondering if you could|it would be (?:great|nice|good|helpful) if you could)[,"
              + " ]+)+");
  private static final Pattern GERUND = Pattern.compile("(?i)^(?:start |begin )?(\\p{L}+?)ing\\b");
  private static final List<Rule> RULES =
      List.of(
          rule(
              "(?:give|put|add|attach|place|stick|set|leave) (?:a |an |the"
                  + " )?(star|like|heart|flag|pin|bookmark) (?:to|on|onto|next to|beside|by|for|at)"
                  + " (.+)",
              "$1 $2"),
          rule("(?:give|hand) (?!it \\d)(.+?) (?:a|the) (star|like|heart|flag|thumbs up)", "$2 $1"),
          rule("(?:heart|thumbs up|love|upvote) (.+)", "like $1"),
          rule(
              "(?:mark|tag) (.+?) (?:with (?:a |the )?|as (?:being"
                  + " )?)?(?:star(?:red)?|important|flag(?:ged)?|favou?rite)",
              "star $1"),
          rule(
              "(?:take|get|throw|kick) (.+?) (?:out of|off|from|out from) (?:the |your |my"
                  + " )?(?:\\p{L}+ )?(basket|cart|bag|trolley|order|list)",
              "remove $1 from the $2"),
          rule(
              "(?:take|strike|cross|knock) ((?!it\\b|them\\b|this\\b).+?) off (?:of )?((?:the |your"
                  + " |my |our |his |her |their |its )?.+)",
              "remove $1 from $2"),
          rule("(?:take|strike|cross) off (.+)", "remove $1"),
          rule(
              "(?:get rid of|throw (?:away|out)|erase|bin|trash|scrap|wipe out) (.+)", "delete $1"),
          rule(
              "(?:throw|put|move|drop) (e-?mail|mail|message|file)s? (.+?) (?:in|into|to) the"
                  + " (?:trash|bin)",
              "delete $1 $2"),
          rule(
              "(?:make sure|ensure|see to it|check)(?: that)? (.+?) (?:is|are|gets?|stays?)"
                  + " (?:ticked|checked|selected|chosen|marked)",
              "tick $1"),
          rule(
              "(?:make sure|ensure|see to it)(?: that)? (.+?) (?:is|are|gets?|stays?)"
                  + " (?:unticked|unchecked|deselected|unselected|cleared|not ticked|not"
                  + " checked|not selected)",
              "untick $1"),
          rule(
              "(?:make sure|ensure|see to it)(?: that)? (.+?) (?:is|are|gets?|stays?) (?:switched"
                  + " |turned )?(on|off)",
              "turn $2 $1"),
          rule(
              "(?:make sure|ensure|see to it)(?: that)? (.+?) (?:is|are|gets?)"
                  + " (?:enabled|active|activated)",
              "turn on $1"),
          rule(
              "(?:make sure|ensure|see to it)(?: that)? (.+?) (?:is|are|gets?)"
                  + " (?:disabled|inactive|deactivated)",
              "turn off $1"),
          rule(
              "(?:put|place|set|add|make) (?:a |the )?(?:tick|check|cross|checkmark|check mark)"
                  + " (?:in|into|on|at|next to|beside|against|by|for) (.+)",
              "tick $1"),
          rule(
              "(?:remove|clear|take away) (?:a |the )?(?:tick|check|cross|checkmark|check"
                  + " mark)s? (?:from|of|in|on|at|next to|beside) (.+)",
              "untick $1"),
          rule(
              "(?!there|it\\b|this\\b|if\\b|when\\b)(.+?) (?:should|must|shall|has to|have to|ought"
                  + " to|is to|are to)(?: all| both)? be"
                  + " (?:ticked|checked|selected|chosen|marked)(?: in the end| at the end)?",
              "tick $1"),
          rule(
              "(?!there|it\\b|this\\b|if\\b|when\\b)(.+?) (?:should|must|shall|has to|have to|ought"
                  + " to|is to|are to)(?: all| both)? be (?:unticked|unchecked|deselected|cleared)",
              "untick $1"),
          rule(
              "(?!there|it\\b|this\\b|if\\b|when\\b)(.+?) (?:should|must|shall|has to|have to|ought"
                  + " to|is to|are to)(?: all| both)? be (?:switched |turned )?(on|off)",
              "turn $2 $1"),
          rule(
              "(?!there|it\\b|this\\b|if\\b|when\\b)(.+?) (?:should|must|has to|needs to|shall)"
                  + " (?:be (?:at |set to )?|have |show |read |stand at )(-?\\d+(?:[.,]\\d+)?(?:"
                  + " ?(?:°\\w?|degrees?|%|percent))?)",
              "set $1 to $2"),
          rule(
              "(?!there|it\\b|this\\b|if\\b|when\\b)(.+?) (?:should|must|shall|has to|ought to|is"
                  + " to) (?:come|go|be|stand|follow) (?:right |directly |just |immediately"
                  + " )?(after|before|below|above|behind|under) (.+)",
              "move $1 $2 $3"),
          rule("(?:opt|go|plump|decide|settle) (?:for|on|with) (.+)", "choose $1"),
          rule("(?:grab|pick out|single out) (.+)", "choose $1"),
          rule("cho(?:ose|osing) to (.+)", "$1"),
          rule(
              "(?:hit|tap on|punch|push|strike|touch|trigger|use|poke|squeeze) (?:on )?((?:the |an?"
                  + " )?(?:.* )?(?:button|key|link|icon|tab)|(?:the |an?"
                  + " )?(?:button|key|link|icon|tab) .*)",
              "click $1"),
          rule("(?:strike|touch|push|poke) (?:on )?(.+)", "click $1"),
          rule(
              "(?:raise|increase|turn up|turn down|bump up|push up|bring up|bring"
                  + " down|bring|lower|reduce|decrease|crank|adjust|dial|take|get|slide|pull|position)"
                  + " (.+?) (?:up |down |back )?(?:to|at|until it (?:is|shows|reads|says)(?: at)?)"
                  + " (-?\\d.*)",
              "set $1 to $2"),
          rule("turn (.+?) (?:up|down) to (-?\\d.*)", "set $1 to $2"),
          rule("(?:read|work|figure) out (.+)", "find $1"),
          rule(
              "(?:hand|turn|send) (?:it|them|this|that|these|everything|the"
                  + " (?:form|answer|answers|sum|total|result|sheet|test|order)) (?:in|off)",
              "submit"),
          rule(
              "(?:bring up|pull up|unfold|unroll|fold out|show|reveal|display|view|call up|head(?:"
                  + " over)? to|move to|jump to|turn to|go into|step into|change to) ((?:the |an?"
                  + " )?(?:.+ )?(?:tab|section|panel|page|menu|profile|settings|folder)(?: .+)?)",
              "open $1"),
          rule(
              "(?:key in|punch in|jot down|note down|put"
                  + " down|supply|provide|specify|state|insert|write down|fill in|record)(?! the"
                  + " form| this form| all| the fields| the details) (.+)",
              "enter $1"),
          rule("(?:log|sign) yourself in\\b(.*)", "log in$1"),
          rule("(?:leaf|flip|page|browse) (?:through|forward to|to|on to) (.+)", "go through $1"),
          rule("(?:look|search|hunt) (?:around )?for (.+) and", "find $1"),
          rule(
              "(?:move|slide|pull|carry|bring) (.+?) (in(?:to|side)?|on(?:to)?|over to|to where)"
                  + " (.+)",
              "drag $1 $2 $3"),
          rule("(?:say|shout) (Q\\d+) (?:to|under|below) (.+)", "reply $1 to $2"),
          rule("(?:colou?r|paint|dye) (.+?) (?:in )?(\\w+)", "make $1 $2"),
          rule(
              "(?:put|add|place) ([^Q\\d].*?) on(?:to)? (?:it|the list)(?: instead)?",
              "add $1 to the list"),
          rule(
              "(?:put|set|print|write|show) (.+) in (bold|italics?)(?: (?:type|letters|print))?",
              "make $1 $2"),
          rule(
              "(?:apply|add|give) (bold|italics?|underlin\\w+)(?: formatting| style| type| print)?"
                  + " (?:to|for) (.+)",
              "make $2 $1"),
          rule(
              "(?!there|it\\b|this\\b|if\\b|when\\b)(.+?) (?:should|must|shall|has to|ought to|is"
                  + " to) be (?:in )?(bold|italics?|underlined)(?: type| print| letters)?",
              "make $1 $2"),
          rule("(?:embolden|bold) (.+)", "make $1 bold"),
          rule("italici[sz]e (.+)", "make $1 italic"),
          rule("underline (.+)", "make $1 underlined"),
          rule("(?:tell|let) .+ know.*", "$0"));

  private Wording() {}

  private static Rule rule(String pattern, String instead) {
    return new Rule(Pattern.compile("(?i)^" + pattern + "$"), instead);
  }

  /**
   * @param clause one clause, with quotations masked
   * @param verbs words that a clause can begin with
   */
  static String plain(String clause, Set<String> verbs) {
    var bare = base(polite(clause), verbs);
    for (var rule : RULES) {
      var match = rule.pattern().matcher(bare);
      if (match.matches()) {
        return match.replaceFirst(rule.instead()).replaceAll("\\s+", " ").strip();
      }
    }
    return bare;
  }

  /** Without what is said to be kind only. */
  static String courteous(String clause) {
    return COURTEOUS.matcher(clause).replaceFirst("");
  }

  static String polite(String clause) {
    var result = clause;
    for (var match = POLITE.matcher(result); match.find(); match = POLITE.matcher(result)) {
      result = result.substring(match.end());
    }
    return result;
  }

  /** "Start deleting the draft" is to delete it. */
  private static String base(String clause, Set<String> verbs) {
    var gerund = GERUND.matcher(clause);
    if (!gerund.find()) {
      return clause;
    }
    var stem = gerund.group(1).toLowerCase(Locale.ROOT);
    for (var verb : List.of(stem, stem + "e", stem.replaceFirst("(\\p{L})\\1$", "$1"))) {
      if (verbs.contains(verb)) {
        return gerund.replaceFirst(Matcher.quoteReplacement(verb));
      }
    }
    return clause;
  }
}
