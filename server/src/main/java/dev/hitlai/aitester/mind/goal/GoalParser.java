package dev.hitlai.aitester.mind.goal;

import dev.hitlai.aitester.mind.goal.IntentRules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses a mission of plain sentences into ordered goals, from verbs and patterns. */
public final class GoalParser {
  private static final Pattern STOP_BEFORE_PAYING =
      Pattern.compile(
          "^(?:stop|but stop|do not|don't|without|up to|before|as far as|never)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE_ORDER =
      Pattern.compile(
          "\\b(?:(?:place|complete|finish|finali[sz]e) (?:the |an |your |my"
              + " )?(?:order|purchase)|order confirmation|until (?:the )?confirmation)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PRONOUN =
      Pattern.compile("^(?:it|them|one|that|this|that one|this one)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILLER =
      Pattern.compile(
          "\\b(?:on (?:this|the) (?:site|website|web site|page)|for me|in the"
              + " (?:shop|store)|(?:to|in|into|from) (?:the |your |my )?(?:shopping"
              + " )?(?:cart|basket|bag|trolley))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNT =
      Pattern.compile(
          "^(?:\\d{1,2}|two|three|four|five|six) (?:pieces of |x )?", Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:how"
              + " (?:much|many|long|often|far)|the|a|an|any|some|your|my|for|to|with|by|of|about|whether|if|out|me|down|where|what|which|how"
              + " to|how|is|are|does|do|you|can|i|there|page about|page with|page)\\s+)+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("(?<=\\s)\\p{Lu}[\\p{L}-]{2,}");

  private GoalParser() {}

  /** At least one goal; a blank mission means looking around. */
  public static List<Goal> parse(String mission) {
    var text = MissionText.of(mission);
    var goals = new ArrayList<Goal>();
    for (var clause : text.clauses()) {
      if (!STOP_BEFORE_PAYING.matcher(clause).find()) {
        addGoals(clause, text, goals);
      }
    }
    if (goals.isEmpty()) {
      goals.add(lookAround(mission));
    }
    return withWhatIsNeededFirst(shareData(oneCheckOut(goals), text.data(), mission));
  }

  private static void addGoals(String clause, MissionText text, List<Goal> goals) {
    var rule = IntentRules.all().stream().filter(r -> r.verb().matcher(clause).find()).findFirst();
    if (rule.isEmpty() && !goals.isEmpty() && !isQuestion(clause)) {
      return; // data or a remark that belongs to what was asked for before
    }
    var goal = goal(clause, rule, text);
    if (PRONOUN.matcher(goal.target()).find() || goal.target().isBlank()) {
      goal = goal.about(lastTarget(goals));
    }
    addParts(goal, clause, goals);
  }

  private static void addParts(Goal goal, String clause, List<Goal> goals) {
    if (clause.regionMatches(true, 0, "compare", 0, 7)) {
      for (var one : goal.target().split("\\s+(?:and|with|to|versus|vs\\.?)\\s+")) {
        goals.add(goal.about(withoutLeading(one)));
      }
      return;
    }
    goals.add(goal);
    if (goal.intent() == Intent.ADD_TO_CART && !clause.matches("(?i)(?:add|put|place|drop)\\b.*")) {
      goals.add(goal.impliedAs(Intent.CHECK_OUT).about(""));
    }
  }

  private static boolean isQuestion(String clause) {
    return clause.matches("(?i)(?:how|where|when|what|which|who|is|are|does|do|can)\\b.*");
  }

  private static Goal goal(String clause, Optional<Rule> rule, MissionText text) {
    var intent = rule.map(Rule::intent).orElse(Intent.FIND);
    var object = rule.map(r -> r.verb().matcher(clause).replaceFirst("")).orElse(clause);
    var words = MissionText.unmask(clause, text.quotations());
    return new Goal(
        intent,
        words,
        target(object, text.quotations()),
        NAME.matcher(words).results().map(match -> match.group()).toList(),
        quotationsIn(clause, text.quotations()),
        Map.of(),
        Wishes.of(intent == Intent.ADD_TO_CART ? object.strip() : clause),
        intent == Intent.FIND
            ? AnswerKind.of(clause.toLowerCase(java.util.Locale.ROOT))
            : AnswerKind.ANYTHING,
        false,
        false);
  }

  private static String target(String object, List<String> quotations) {
    var plain = FILLER.matcher(Wishes.without(object)).replaceAll(" ");
    var counted = COUNT.matcher(withoutLeading(plain)).replaceFirst("");
    var target = MissionText.unmask(withoutLeading(counted), quotations);
    return target.replaceAll("\\s+", " ").replaceAll("^[,:\\s]+|[,:\\s]+$", "");
  }

  private static String withoutLeading(String words) {
    return LEADING.matcher(words.strip()).replaceFirst("").strip();
  }

  private static List<String> quotationsIn(String clause, List<String> quotations) {
    var found = new ArrayList<String>();
    for (int i = 0; i < quotations.size(); i++) {
      if (Pattern.compile("\\bQ" + i + "\\b").matcher(clause).find()) {
        found.add(quotations.get(i));
      }
    }
    return found;
  }

  private static String lastTarget(List<Goal> goals) {
    return goals.stream().map(Goal::target).filter(t -> !t.isBlank()).reduce("", (a, b) -> b);
  }

  private static Goal lookAround(String mission) {
    return new Goal(
        Intent.LOOK_AROUND,
        mission.isBlank() ? "look around" : mission,
        "",
        List.of(),
        List.of(),
        Map.of(),
        Wishes.NONE,
        AnswerKind.ANYTHING,
        false,
        false);
  }

  private static List<Goal> shareData(List<Goal> goals, Map<String, String> data, String mission) {
    var order = PLACE_ORDER.matcher(mission).find();
    return goals.stream().map(goal -> goal.withData(data, order)).toList();
  }

  /** "Buy it and check out" asks for one checkout, not for two. */
  private static List<Goal> oneCheckOut(List<Goal> goals) {
    boolean said = goals.stream().anyMatch(g -> g.intent() == Intent.CHECK_OUT && !g.implied());
    return goals.stream()
        .filter(g -> !(said && g.intent() == Intent.CHECK_OUT && g.implied()))
        .toList();
  }

  /** One can't check out or change a quantity with an empty cart. */
  private static List<Goal> withWhatIsNeededFirst(List<Goal> goals) {
    var result = new ArrayList<Goal>();
    for (var goal : goals) {
      var needsCart = goal.intent() == Intent.CHECK_OUT || goal.intent() == Intent.CHANGE_QUANTITY;
      if (needsCart && result.stream().noneMatch(g -> g.intent() == Intent.ADD_TO_CART)) {
        result.add(goal.impliedAs(Intent.ADD_TO_CART).about(itemIn(goal)));
      }
      result.add(goal);
    }
    return List.copyOf(result);
  }

  private static String itemIn(Goal goal) {
    var of =
        Pattern.compile("(?i)\\b(?:quantity|number|amount) of (?:the |a |an )?(.+?)(?: to\\b.*)?$");
    var matcher = of.matcher(goal.target());
    return matcher.find() ? matcher.group(1) : "";
  }
}
