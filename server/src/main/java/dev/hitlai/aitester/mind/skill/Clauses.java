package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An instruction taken apart into what is to be done one after the other.
 *
 * @param texts the clauses, with quotations replaced by {@code Q0}, {@code Q1} …
 * @param quotations what stood in quotation marks
 */
record Clauses(List<String> texts, List<String> quotations) {
  private static final String VERBS = Verbs.ALL;
  private static final Pattern QUOTATION =
      Pattern.compile(
          "(?i)\\b(rgba?\\([\\d,"
              + " .%]+\\))|\"([^\"]{1,400})\"|“([^”]{1,400})”|«([^»]{1,400})»|(?<![\\p{L}\\p{N}])'((?:[^']|'(?=\\p{L})){1,400})'(?!\\p{L})");

  /** "And borrow it": whatever the verb is, something is to be done with it. */
  private static final String UNKNOWN_DEED =
      "(?!(?:with|without|on|in|of|for|to|from|near|by|at|all|both|about|under|over|behind|beside|inside"
          + "|below|above|after|before|around|against|into|onto|that|if|is|as|than|only|not|so|how)\\b)\\p{Ll}{3,}"
          + " (?:it|them|him)(?=\\s*(?:[.,;!]|$))";

  /** "L. Okoro" is one name. */
  private static final String NO_INITIAL =
      "(?!(?<=(?<![\\p{L}\\p{N}])\\p{Lu})\\.\\s(?!(?i:"
          + VERBS
          + "|then|after|afterwards|finally|next|now|once|if|when|unless|otherwise|and|but|it|the|an?|there|on|in|at"
          + "|for|from|with|do|don't|i|my|our|we|you|your|his|her|he|she|this|that|these|all|no|its|both"
          + "|each|is|are|what|which|who|how|where)\\b)\\p{Lu}\\p{Ll}+)";

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?<=[^.\\s])"
              + NO_INITIAL
              + "(?<!\\b(?:Dr|Mr|Mrs|Ms|Prof|St|Mt|Nr|Sr|Jr|vs|approx|e\\.g|i\\.e)(?=\\.))"
              + "[.!?](?=\\s+[\\p{Lu}\\d]|\\s*$)|[;\\n"
              + "]+|,?\\s+(?:(?:and|but)\\s+)?(?:then|afterwards|after"
              + " that|finally|subsequently|next)\\s+(?=(?:"
              + VERBS
              + "|\\p{L}+ing)\\b)|:\\s+(?=\\p{Ll}+ (?:it|this|that|them)\\b)"
              + "|[,;]?\\s+(?=(?:otherwise|or else|if not)\\b)"
              + "|,?\\s+(?:and|but)\\s+(?=(?:do not|don't|never)\\b)"
              + "|,\\s+so\\s+(?=(?:please )?(?:"
              + Verbs.FOLLOWING
              + "))|,\\s+(?:so\\s+)?(?=(?:could|can|would|will) you"
              + " )|,?\\s+(?:and|but)\\s+(?=(?:when|once|as soon"
              + " as)\\s[^,]{3,60},)|,?\\s+(?:and|but)\\s+(?=(?:also |instead )?(?:"
              + Verbs.FOLLOWING
              + "|"
              + UNKNOWN_DEED
              + "))|,?\\s+before\\s+(?=\\p{L}+ing\\b)|(?<!\\bnot)(?<!n't)(?<!\\bto)(?<!never)\\s+(?=(?:hit|press|click)\\s+(?:on"
              + " )?(?:the )?(?i:submit)\\b)|,\\s+(?=(?:"
              + Verbs.FOLLOWING
              + "))");
  private static final Pattern AFTER =
      Pattern.compile("(?i)(^|[.;]\\s+)after\\s+(\\p{L}+ing\\b[^,.]+),\\s+");
  private static final Pattern AFTERWARDS =
      Pattern.compile("(?i)(^|[.;]\\s+)([^,.;]+?) after (\\p{L}+ing\\b[^.;]+)");
  private static final Pattern BEFORE =
      Pattern.compile("(?i)(^|[.;]\\s+)before\\s+(\\p{L}+ing\\b[^,.]+),\\s+([^.;]+)");
  private static final String NO_OTHERS =
      ",?(?: and| but)? (?:of |for |to )?(?:no others?|no other (?:one|\\p{L}+)s?"
          + "|(?:nobody|nothing|none|no one) else|none of the (?:others|rest)|not the others)";
  private static final Pattern MARKED_ONLY =
      Pattern.compile(
          "(?i)^(?:please )?(tick|check|select|choose|mark|pick) (?!only\\b|just\\b|all\\b|every)"
              + "(?=(?:the (?-i:\\p{Ll}[\\p{Ll} ]* ))?(?-i:Q\\d|\\p{Lu}))(.+?)"
              + NO_OTHERS
              + "$");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)(?:,? (?:by|through|while) (?:choosing|selecting|picking|clicking|taking|tapping)(?:"
              + " on)? (?:it|them|each|both|one)\\b.*|,? please|,? (?:at|in) the (?:very )?end|,?"
              + " (?:immediately|right away|at once)|,? (?:exactly |just )?as (?:it|they)"
              + " (?:stands?|is|are|appears?)(?: \\w+)?(?: there| here)?|"
              + NO_OTHERS
              + "|,? (?:when|if|once|after|as soon as) (?:you(?: are|'re)"
              + " )?(?:done|finished|ready|asked|prompted))$");
  private static final Pattern LEADING =
      Pattern.compile(
          "(?i)^((?:for|in(?! (?:that|the other|any other)"
              + " case)|on|from|using|with|at|within|inside|if(?! (?:not|so|it"
              + " (?:is|does|isn't|doesn't)(?: not)?),)|unless|when|once|as soon"
              + " as|under|below|above|among|of|out of)\\s[^,]{2,80}),\\s*((?:"
              + VERBS
              + ")\\b.*)$");
  private static final Pattern USE =
      Pattern.compile("(?i)^(?:use|using) ((?:the|a|an) .{2,60}?) to ((?:" + VERBS + ")\\b.*)$");
  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?i)^((?:click|press|tap|push|hit)\\b.*?) (?:in order )?to (?:"
              + VERBS
              + "|see|view|get|mark)\\b.*$");

  /** "Open the door: tap 1234": what for, and then what to do. */
  private static final Pattern HEADLINE =
      Pattern.compile(
          "(?i)^[\\p{L} ,'’-]{3,50}:\\s+(?!(?:pick|choose|select|take|type)"
              + " (?:each|them|both|it)\\b)(?=(?:"
              + VERBS
              + ")\\s+\\S|\\p{Ll}{3,} (?:the|this|that|it|them|these) ?)");

  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)^(?:(?:on|from|in|at|every|next|this) [^,]{1,30},? )?(?:we|they|he|she|it|i)"
              + " \\p{Ll}+ (?:at|from|on|in|until|till|by|for) .*");
  private static final Pattern GOES_ON =
      Pattern.compile("(?i)\\p{Ll}+ (?:again )?(?:at|from|on|until|till|by) (?!the\\b)");
  private static final Pattern VERB = Pattern.compile("(?i)^(?:" + VERBS + ")\\b");
  private static final Pattern MASK = Pattern.compile("Q(\\d+)(?!\\w)");

  static Clauses of(String instruction) {
    var spoken = masked(Relay.plain(Asking.plain(instruction)));
    return new Clauses(
        Reference.resolve(split(inOrder(spoken.first()), Clauses::worded)), spoken.quotations());
  }

  /** In the words that were used: no verb is put for another, no name for a pronoun. */
  static Clauses asSaid(String instruction) {
    var spoken = masked(instruction);
    return new Clauses(split(spoken.first(), Wording::polite), spoken.quotations());
  }

  private static Clauses masked(String instruction) {
    var quotations = new ArrayList<String>();
    var masked =
        QUOTATION
            .matcher(Speech.quoted(Speech.withoutRemarks(instruction)))
            .replaceAll(
                match -> {
                  quotations.add(content(match));
                  return "Q" + (quotations.size() - 1);
                });
    return new Clauses(List.of(masked), List.copyOf(quotations));
  }

  /** What is to be done first said first. */
  private static String inOrder(String masked) {
    var after = AFTER.matcher(masked).replaceAll("$1$2, then ");
    var before = BEFORE.matcher(after).replaceAll("$1$3, then $2");
    return AFTERWARDS
        .matcher(before)
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    match.group(1)
                        + match.group(3)
                        + ", then "
                        + match.group(2).substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + match.group(2).substring(1)));
  }

  private static String content(MatchResult match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return match.group(group);
      }
    }
    return "";
  }

  private static List<String> split(String masked, UnaryOperator<String> wording) {
    var clauses = new ArrayList<String>();
    int start = 0;
    var boundary = BOUNDARY.matcher(masked);
    while (boundary.find()) {
      var before = masked.substring(start, boundary.start());
      if (leads(before) && boundary.group().startsWith(",")
          || tells(before) && GOES_ON.matcher(masked.substring(boundary.end())).lookingAt()) {
        continue; // "For the user @ann, click …" is one
      }
      add(masked.substring(start, boundary.start()), wording, clauses);
      start = boundary.end();
    }
    add(masked.substring(start), wording, clauses);
    return List.copyOf(clauses);
  }

  /** "On Friday we open at nine and close at five": nothing is to be closed. */
  private static boolean tells(String clause) {
    return TELLING.matcher(clause.strip()).matches();
  }

  private static boolean leads(String clause) {
    return clause
        .strip()
        .matches(
            "(?i)(?:for|in|on|from|using|with|at|within|inside|if|unless|when|once|as soon"
                + " as|under|below|above|among|of|out of)\\s[^,]{2,80}");
  }

  private static void add(String clause, UnaryOperator<String> wording, List<String> clauses) {
    for (var whole : Ellipsis.written(Wording.courteous(clause.replaceAll("\\s+", " ").strip()))) {
      var clean = wording.apply(whole);
      if (clean.chars().anyMatch(Character::isLetterOrDigit)) {
        clauses.add(clean);
      }
    }
  }

  private static String worded(String clause) {
    var bare = exactly(HEADLINE.matcher(clause).replaceFirst(""));
    var straight = straightened(Phrasing.straight(Wording.polite(bare)));
    return Wording.plain(TAIL.matcher(straight).replaceFirst(""), Verbs.WORDS);
  }

  /** "Tick Ann and Ben and nobody else": what was ticked before is unticked. */
  private static String exactly(String clause) {
    var marked = MARKED_ONLY.matcher(clause);
    return marked.matches() ? marked.group(1) + " only " + marked.group(2) : clause;
  }

  /** The verb first, then what it is done to, then where and with what. */
  private static String straightened(String clause) {
    var leading = LEADING.matcher(clause);
    var turned = leading.matches() ? leading.group(2) + " " + leading.group(1) : clause;
    var use = USE.matcher(turned);
    var direct = use.matches() ? use.group(2) + " with " + use.group(1) : turned;
    var purpose = PURPOSE.matcher(direct);
    return (purpose.matches() ? purpose.group(1) : direct)
        .replaceFirst("(?<!\\p{L}\\d{1,6})[.!,:]+$", "");
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** The clause that comes next, masked. */
  String first() {
    return texts.getFirst();
  }

  /** The clause after so many, masked; empty when there is none. */
  String at(int index) {
    return index < texts.size() ? texts.get(index) : "";
  }

  Clauses after(int count) {
    return new Clauses(texts.subList(Math.min(count, texts.size()), texts.size()), quotations);
  }

  /** All that is left, masked. */
  String rest() {
    return String.join(". ", texts);
  }

  /** The words with quotations put back. */
  String plain(String masked) {
    return MASK.matcher(masked)
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    quotations.get(Integer.parseInt(match.group(1)))));
  }

  /** What is quoted in the words, in order. */
  List<String> quotedIn(String masked) {
    return MASK.matcher(masked)
        .results()
        .map(match -> quotations.get(Integer.parseInt(match.group(1))))
        .toList();
  }

  static boolean startsWithVerb(String clause) {
    return VERB.matcher(clause).find() || Imperatives.is(clause);
  }
}
