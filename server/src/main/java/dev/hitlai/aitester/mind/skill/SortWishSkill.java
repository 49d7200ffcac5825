package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** "I'd like the newest first", "the most expensive at the top": an order told by what leads it. */
final class SortWishSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:sort|order|arrange|list|show|put|see|have|get|display|rank|begin|start|make|bring)\\b.*?(?:\\b(first|last|at"
              + " the top|on top|top of the list|uppermost|in alphabetical"
              + " order|alphabetically|from [a-z] to [a-z]|by"
              + " (?:price|date|name|rating|age|size|popularity)\\b.*|ascending|descending|begin(?:ning)?"
              + " with|start(?:ing)? with)\\b.*|from (?:the )?\\w+ to (?:the )?\\w+)$");
  private static final Map<String, List<String>> OPTIONS =
      Map.of(
          "cheap|least expensive|lowest price|low(?:est)? to high|price ascending|affordable",
          List.of(
              "low to high",
              "cheapest",
              "price ascending",
              "price: low",
              "lowest",
              "price ↑",
              "price up"),
          "most expensive|dearest|priciest|highest price|high(?:est)? to low|costliest|price"
              + " descending",
          List.of(
              "high to low",
              "most expensive",
              "price descending",
              "price: high",
              "dearest",
              "highest",
              "price ↓"),
          "newest|latest|most recent|youngest|new",
          List.of(
              "newest",
              "latest",
              "most recent",
              "new first",
              "newest first",
              "date descending",
              "recent",
              "date: new"),
          "oldest|earliest",
          List.of("oldest", "earliest", "date ascending", "oldest first", "date: old"),
          "best[- ]rated|highest[- ]rated|rating|best review|favou?rite|best",
          List.of(
              "rating",
              "best rated",
              "top rated",
              "reviews",
              "customer review",
              "highest rated",
              "stars"),
          "popular|best[- ]sell|most sold|most bought",
          List.of(
              "popularity",
              "most popular",
              "bestselling",
              "best selling",
              "best sellers",
              "popular"),
          "z to a|reverse alphabet|from z",
          List.of("z to a", "z-a", "z–a", "name descending", "reverse"),
          "alphabet|a to z|by name|from a",
          List.of("a to z", "a-z", "a–z", "alphabetical", "name ascending", "by name", "name"),
          "nearest|closest",
          List.of("distance", "nearest", "closest"),
          "largest|biggest",
          List.of("largest", "biggest", "size descending", "size"));

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first()).toLowerCase(Locale.ROOT);
    if (!ASKED.matcher(clause).matches()) {
      return Optional.empty();
    }
    var words =
        OPTIONS.entrySet().stream()
            .filter(one -> Pattern.compile("\\b(?:" + one.getKey() + ")").matcher(clause).find())
            .max(java.util.Comparator.comparingInt(one -> longest(one.getKey(), clause)))
            .map(Map.Entry::getValue)
            .orElse(List.of());
    var job = new SortWishJob(words);
    return words.isEmpty() || !job.fits(now) ? Optional.empty() : Assignment.of(job);
  }

  private static int longest(String pattern, String clause) {
    var match = Pattern.compile("\\b(?:" + pattern + ")").matcher(clause);
    return match.find() ? match.end() - match.start() : 0;
  }
}
