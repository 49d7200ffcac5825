package dev.hitlai.aitester.mind.goal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which verbs ask for what. The first rule that matches the start of a clause decides; the matched
 * words are the verb phrase and the rest is what it is about.
 */
final class IntentRules {

  /** A verb phrase at the start of a clause and the intent that it expresses. */
  record Rule(Intent intent, Pattern verb) {}

  private static final String CART = "(?:cart|basket|bag|trolley)";
  private static final String THE = "(?:the |a |an |your |my |its |their |this |that )?";
  private static final String DATE_WORDS =
      "(?=.*\\b(?:dates?|days?|appointment|\\d{4}-\\d\\d-\\d\\d|january|february|march|april|may|june|july|august|september|october|november|december|tomorrow|next"
          + " week)\\b)";

  private static final List<Rule> RULES =
      List.of(
          rule(Intent.LOOK_AROUND, "(?:look around|explore|browse(?: around)?$|get an overview)"),
          rule(
              Intent.SUBSCRIBE,
              "(?:(?:sign up|register|sign yourself up)"
                  + " (?:for|to)(?=.*\\b(?:newsletter|mailing|updates|e-?mails?|news)\\b)|join(?=.*\\b(?:newsletter|mailing"
                  + " list)\\b)|subscribe(?: to| for)?|get (?=the newsletter))"),
          rule(
              Intent.CANCEL,
              "(?:cancel|unsubscribe(?: from)?|close (?=" + THE + "account)|terminate)"),
          rule(Intent.LOG_IN, "(?:log ?-?in|sign ?-?in|log on|login)(?: to| into| as| with)?"),
          rule(
              Intent.SIGN_UP,
              "(?:sign ?-?up(?: for| to)?|register(?: for| as)?|(?:create|open|make|set up)(?=.*\\b"
                  + "account\\b)|become a (?=member|customer)|join)"),
          rule(Intent.SORT, "(?:sort|order(?=.* by (?:price|name|date|rating|popularity)))"),
          rule(
              Intent.FILTER,
              "(?:filter|narrow(?: down)?|show(?: me)? only|only show(?: me)?|limit|restrict)"),
          rule(
              Intent.CHANGE_QUANTITY,
              "(?:change|set|update|increase|raise|reduce|lower|adjust)(?=.*\\b(?:quantity|quantities|number"
                  + " of|amount of)\\b)"),
          rule(Intent.FIND, "compare"),
          rule(
              Intent.CHECK_OUT,
              "(?:check ?-?out|(?:proceed|go|continue)(?: on)?(?: through| to| until| up to)? "
                  + THE
                  + "(?:check ?-?out|payment)\\b|(?:complete|finish|place|finali[sz]e)(?= "
                  + THE
                  + "(?:purchase|order|checkout)\\b)|pay\\b)"),
          rule(
              Intent.ADD_TO_CART,
              "(?:(?:add|put|place|drop)(?=.*\\b(?:to|in|into) "
                  + THE
                  + "(?:shopping )?"
                  + CART
                  + "\\b))"),
          rule(Intent.ADD_TO_CART, "(?:buy|purchase|order|shop for)"),
          rule(
              Intent.CONTACT,
              "(?:contact|get in touch"
                  + " with|(?:send|write)(?=.*\\b(?:message|enquiry|inquiry|question|e-?mail|feedback|complaint|request)\\b)|write"
                  + " to|ask(?= "
                  + THE
                  + "(?:support|customer|shop|company|team|store|seller|question))|message)"),
          rule(
              Intent.SEARCH,
              "(?:search(?: the \\w+)?(?: for)?|use the search(?: box| field)? (?:for|to find))"),
          rule(
              Intent.CHOOSE_DATE, DATE_WORDS + "(?:choose|pick|select|book|reserve|schedule|make)"),
          rule(
              Intent.FILL_FORM,
              "(?:(?:fill(?: in| out)?|complete|submit|send(?: in|"
                  + " off)?)(?=.*\\b(?:form|application|survey|questionnaire|request)\\b)|apply(?:"
                  + " for)?|request(?= (?:a|an) )|report(?= (?:a|an) )|book|reserve|register)"),
          rule(
              Intent.CHANGE_SETTING,
              "(?:change|switch(?: on| off| to)?|turn"
                  + " (?:on|off)|set|enable|disable|update|edit|toggle|log ?out|sign ?out)"),
          rule(
              Intent.FIND,
              "(?:find out(?: about)?|find|look (?:for|up)|locate|check|learn(?:"
                  + " about)?|see|read(?: about)?|discover|get to know|view|open|go"
                  + " to|visit|navigate to|show|tell me|get|choose|select|pick|browse)"));

  private IntentRules() {}

  private static Rule rule(Intent intent, String verb) {
    return new Rule(intent, Pattern.compile("^" + verb + "(?=\\W|$)", Pattern.CASE_INSENSITIVE));
  }

  static List<Rule> all() {
    return RULES;
  }

  static boolean startsWithVerb(String clause) {
    return RULES.stream().anyMatch(rule -> rule.verb().matcher(clause).find());
  }
}
