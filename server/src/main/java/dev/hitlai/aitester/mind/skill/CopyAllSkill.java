package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "Copy all fields over", "the invoice address is the same": what is filled in once is again. */
final class CopyAllSkill implements Skill {
  private static final Pattern COPYING =
      Pattern.compile(
          "(?i)^(?:copy|transfer|carry|take|repeat|duplicate|bring)\\b.*?(?:\\b(?:all|every|each|everything|whole|complete|entire|across|over)\\b|\\b(?:fields|values|details|entries|data|address)\\b).*");
  private static final Pattern ALIKE =
      Pattern.compile(
          "(?i).+ (?:is|are) (?:exactly |just )?(?:the same as|identical (?:to|with)|equal to)"
              + " .+|^(?:use|enter|fill in|put|give) the same .+ (?:for|as|in) .+");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    var job = new CopyAllJob();
    boolean asked = COPYING.matcher(clause).matches() || ALIKE.matcher(clause).matches();
    return asked && !isOffered(now) && job.pairs(now).size() > 1
        ? Assignment.of(job)
        : Optional.empty();
  }

  /** A box to tick does it for one. */
  private static boolean isOffered(Sight now) {
    return now.matching(t -> t.role().matches("checkbox|switch"))
        .anyMatch(t -> FieldNames.fit("same", t, now) > 0 || Texts.contains(t.label(), "same"));
  }

  private static final class CopyAllJob implements Job {
    private record Pair(Thing from, Thing to) {}

    private final Set<Integer> done = new HashSet<>();

    @Override
    public Turn turn(Sight now) {
      for (var pair : pairs(now)) {
        if (done.add(pair.to().node().ref())) {
          return Fields.set(pair.to(), pair.from().value(), now);
        }
      }
      return Turn.done();
    }

    /** Each empty field with the filled one that is called the same. */
    List<Pair> pairs(Sight now) {
      var fields = now.fields().stream().filter(Fields::isSettable).toList();
      return fields.stream()
          .filter(to -> to.value().isBlank())
          .flatMap(
              to ->
                  fields.stream()
                      .filter(from -> !from.value().isBlank() && alike(from, to, now))
                      .findFirst()
                      .map(from -> new Pair(from, to))
                      .stream())
          .toList();
    }

    private static boolean alike(Thing one, Thing other, Sight now) {
      var name = name(one, now);
      return !name.isBlank() && Texts.same(name, name(other, now));
    }

    /** What it is called, without which of the two forms it is in. */
    private static String name(Thing field, Sight now) {
      return BriefJob.label(field, now)
          .replaceFirst(
              "(?i)^(?:billing|shipping|delivery|invoice|home|work|postal|sender'?s?|recipient'?s?)"
                  + " ",
              "");
    }
  }
}
