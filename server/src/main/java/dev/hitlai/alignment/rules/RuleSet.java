package dev.hitlai.alignment.rules;

import static java.util.Objects.requireNonNull;

import dev.hitlai.alignment.rules.Node.Frame;
import dev.hitlai.alignment.rules.Node.Undecidable;
import dev.hitlai.alignment.rules.Rule.Scope;
import dev.hitlai.alignment.rules.Ruling.Fired;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules that hold together, compiled. Judging asks only those that can fire: a rule that demands a
 * certain value of a fact is found by that value, and what several rules ask for is worked out
 * once.
 */
public final class RuleSet {
  public static final RuleSet EMPTY = new RuleSet(List.of());

  private final List<Rule> rules;
  private final Map<Checkpoint, Index> indexes = new EnumMap<>(Checkpoint.class);
  private final int slots;
  private final int locals;

  /** A rule with what is left of its condition once the fact it is filed under fits. */
  private record Filed(Rule rule, List<Node> rest) {}

  /** Rules of a checkpoint: by the value that they demand of a fact, and the others. */
  private record Index(Map<Integer, Map<Object, List<Filed>>> byValue, List<Filed> others) {}

  /**
   * @throws InvalidCondition when a rule's condition is none
   */
  public RuleSet(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    var translator = new Translator();
    for (var checkpoint : Checkpoint.values()) {
      indexes.put(checkpoint, new Index(new HashMap<>(), new ArrayList<>()));
    }
    for (var rule : rules) {
      var condition = Conditions.read(rule.condition());
      var node = translator.translate(condition.tree().getExpr());
      for (var checkpoint : Checkpoint.values()) {
        if (condition.askedAt(checkpoint)) {
          file(requireNonNull(indexes.get(checkpoint)), rule, node);
        }
      }
    }
    slots = translator.share();
    locals = translator.locals();
  }

  private static void file(Index index, Rule rule, Node node) {
    var parts = node instanceof Nodes.Logic logic && logic.and ? logic.parts : List.of(node);
    var demands = parts.stream().filter(Demand::is).min(Comparator.comparing(Demand::values));
    if (demands.isEmpty()) {
      index.others().add(new Filed(rule, parts));
      return;
    }
    var demand = demands.get();
    var rest = parts.stream().filter(part -> part != demand).toList();
    var filed = new Filed(rule, rest);
    for (var value : Demand.of(demand)) {
      index
          .byValue()
          .computeIfAbsent(Demand.field(demand).slot(), _ -> new HashMap<>())
          .computeIfAbsent(value, _ -> new ArrayList<>())
          .add(filed);
    }
  }

  public List<Rule> rules() {
    return rules;
  }

  /** What all rules together say at a checkpoint; the same for the same facts, always. */
  public Ruling judge(Checkpoint checkpoint, Facts facts, Scope scope) {
    var frame = new Frame(facts, slots, locals);
    var fired = new ArrayList<Fired>();
    var index = java.util.Objects.requireNonNull(indexes.get(checkpoint));
    index
        .byValue()
        .forEach(
            (slot, byValue) -> {
              var filed = byValue.get(facts.at(slot));
              if (filed != null) {
                ask(filed, frame, scope, fired);
              }
            });
    ask(index.others(), frame, scope, fired);
    return fired.isEmpty() ? Ruling.PASSED : new Ruling(fired);
  }

  private static void ask(List<Filed> filed, Frame frame, Scope scope, List<Fired> fired) {
    for (int i = 0; i < filed.size(); i++) {
      var one = filed.get(i);
      if (one.rule().concerns(scope)) {
        ask(one, frame, fired);
      }
    }
  }

  private static void ask(Filed filed, Frame frame, List<Fired> fired) {
    boolean doubt = false;
    var rest = filed.rest();
    for (int i = 0; i < rest.size(); i++) {
      try {
        if (!rest.get(i).test(frame)) {
          return;
        }
      } catch (Undecidable undecidable) {
        doubt = true;
      }
    }
    fired.add(doubt ? Fired.undecidable(filed.rule()) : Fired.of(filed.rule()));
  }
}
