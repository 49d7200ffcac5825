package dev.hitlai.aitester.mind.skill;

import java.util.regex.Pattern;

/** Requests known by their form: "Redeem the voucher", "prepare it", whatever the verb. */
final class Imperatives {
  private static final Pattern FORM =
      Pattern.compile(
          "^(?!(?i:the|an?|my|your|his|her|its|our|their|this|that|these|those|in|on|at|with|from|for|by|to|of|off|if|when|once|and|or|but|as|all|both|each|every|any|some|only|just|not|no|there|here|somewhere|anywhere|everywhere|nowhere|among|maybe|perhaps|i|we|you|he|she|it|they|who|what|which|where|why|how|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|do|does|did|yes|so|than|then|because|since|while|until|till|after|before|during|under|over|about|between|into|through|behind|inside|like|unlike|please|one|two|three|four|five|six|also|near|next|beside|below|above|what's|it's|let|otherwise|instead|again|together|now|today|tomorrow|see|look|know|think|want|need)\\b)(?i:\\p{L}{3,}(?<!ing|ed|ly|ous))(?:"
              + " (?:up|down|out|off|in|on|back|away|over))?"
              + " (?i:the|an?|my|your|our|his|her|its|their|this|that|these|those|it|them|all|every|each|both|everyone|everything|me|us|him)\\b(?!"
              + " (?i:is|are|was|were|has|have|will|would|should|must|can))");
  private static final Pattern FORM_QUOTED =
      Pattern.compile("^\\p{Lu}?\\p{Ll}{3,}(?<!ing|ed|ly|s) Q\\d+(?! (?:is|are|was|has))");

  private Imperatives() {}

  static boolean is(String clause) {
    return FORM.matcher(clause).find() || FORM_QUOTED.matcher(clause).find();
  }
}
