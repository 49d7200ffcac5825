package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "Select words similar to big and happy": what is offered is compared by meaning. */
final class SimilarSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:select|check|tick|choose|mark|pick)\\b.*?\\b(?:words?|boxes|checkboxes|options|terms|items|synonyms|entries)\\b.*?\\b(?:similar"
              + " to|synonyms? (?:of|for|to)|like|mean(?:s|ing)?(?: (?:about |nearly |much )?the"
              + " same(?: thing)? as)?|close to|related to)\\s*:?\\s+(?:the words? )?:?\\s*(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    if (!asked.matches()) {
      return Optional.empty();
    }
    var words = ChooseSkill.items(asked.group(1), ahead);
    var boxes = boxes(now);
    return words.isEmpty() || boxes.size() < words.size()
        ? Optional.empty()
        : Assignment.of(new SimilarJob(closest(words, boxes)));
  }

  private static List<Thing> boxes(Sight now) {
    return now.matching(t -> t.role().equals("checkbox") || t.role().equals("option")).toList();
  }

  /** Pairs of the greatest likeness first, each word and each box but once. */
  private static Set<Integer> closest(List<String> words, List<Thing> boxes) {
    record Pair(String word, Thing box, double likeness) {}
    var pairs = new ArrayList<Pair>();
    for (var word : words) {
      for (var box : boxes) {
        pairs.add(new Pair(word, box, Thesaurus.nearness(word, name(box))));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    var usedWords = new HashSet<String>();
    var chosen = new HashSet<Integer>();
    for (var pair : pairs) {
      if (!usedWords.contains(pair.word()) && !chosen.contains(pair.box().node().ref())) {
        usedWords.add(pair.word());
        chosen.add(pair.box().node().ref());
      }
    }
    return chosen;
  }

  private static String name(Thing box) {
    var control = box.control();
    var label = control == null || control.field() == null ? "" : control.field().label();
    return box.label().isBlank() ? label : box.label();
  }

  private static final class SimilarJob implements Job {
    private final Set<Integer> left;

    SimilarJob(Set<Integer> chosen) {
      left = new HashSet<>(chosen);
    }

    @Override
    public Turn turn(Sight now) {
      return now.matching(t -> left.contains(t.node().ref()))
          .findFirst()
          .map(
              box -> {
                left.remove(box.node().ref());
                return Turn.act(new Action.Check(now.element(box), true), "it means the same");
              })
          .orElseGet(Turn::done);
    }
  }
}
