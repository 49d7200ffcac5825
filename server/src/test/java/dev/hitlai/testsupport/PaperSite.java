package dev.hitlai.testsupport;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.action.Outcome.Kind;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.aitester.page.PageView;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A site that exists on paper: pages by path, links that lead from one to the other, and what
 * buttons do. Runs a mind on it as the browser would.
 */
public final class PaperSite {
  public static final String ROOT = "https://site.test";

  /** What the site knows of its visitor: what was typed, and marks that buttons set. */
  public record Visit(Map<String, String> typed, Map<String, String> marks, double[] scroll) {}

  /** How a mission ended: the mind's decisions in order. */
  public record Walk(List<Decision> decisions, List<String> path, double sentiment) {
    public Action last() {
      return decisions.getLast().action();
    }

    public boolean done() {
      return last() instanceof Action.Finish;
    }

    public List<Decision.Observation.Kind> noticed() {
      return decisions.stream()
          .flatMap(d -> d.observations().stream())
          .map(Decision.Observation::kind)
          .toList();
    }

    public String told() {
      var text = new StringBuilder();
      decisions.forEach(
          d -> text.append(d.action().describe()).append(" — ").append(d.reason()).append('\n'));
      return text.toString();
    }
  }

  private final Map<String, Function<Visit, PageView>> pages = new LinkedHashMap<>();
  private BiFunction<String, Visit, String> buttons = (label, visit) -> "";

  public PaperSite page(String path, Function<Visit, PageView> page) {
    pages.put(path, page);
    return this;
  }

  /**
   * What a press (label, or "Enter") does: the path it leads to, "" for nothing, "." for a change
   * here.
   */
  public PaperSite pressing(BiFunction<String, Visit, String> effect) {
    buttons = effect;
    return this;
  }

  public Walk walk(String mission, Persona persona, int maxSteps, long seed) {
    return walk(
        new OfflineMindFactory().create(mission, persona, URI.create(ROOT + "/"), maxSteps, seed),
        persona,
        maxSteps);
  }

  /** As a mind that is there already. */
  public Walk walk(Mind mind, Persona persona, int maxSteps) {
    var visit = new Visit(new LinkedHashMap<>(), new LinkedHashMap<>(), new double[1]);
    var way = new ArrayDeque<String>(List.of("/"));
    var decisions = new ArrayList<Decision>();
    var path = new ArrayList<String>(List.of("/"));
    var view = show("/", visit);
    for (int step = 1; step <= maxSteps; step++) {
      var decision = mind.decide(view);
      decisions.add(decision);
      if (decision.action() instanceof Action.Finish
          || decision.action() instanceof Action.GiveUp) {
        break;
      }
      var before = view;
      var outcome = act(decision.action(), way, visit);
      view = show(way.peek(), visit);
      if (outcome.kind() == Kind.NAVIGATED) {
        path.add(way.peek());
      }
      mind.learn(record(step, persona, decision, outcome, before), view);
    }
    return new Walk(decisions, path, mind.mood().sentiment());
  }

  private PageView show(String path, Visit visit) {
    var known = pages.get(path);
    return known != null
        ? known.apply(visit)
        : PageViews.page(ROOT + path, "Not found").main().h1("Page not found").view();
  }

  private Outcome act(Action action, Deque<String> way, Visit visit) {
    return switch (action) {
      case Action.Click click -> {
        var link = click.target().link();
        yield link != null
            ? go(link.href().substring(ROOT.length()), way, visit)
            : press(click.target().label(), way, visit);
      }
      case Action.Press press -> press(press.key(), way, visit);
      case Action.Type type -> note(type.target().label(), type.text(), visit);
      case Action.Select select ->
          noteAndPress(select.target().name(), select.option(), way, visit);
      case Action.Check check ->
          noteAndPress(check.target().label(), String.valueOf(check.checked()), way, visit);
      case Action.Back ignored -> back(way, visit);
      case Action.Open open -> go(open.address().toString().substring(ROOT.length()), way, visit);
      case Action.Scroll scroll -> {
        visit.scroll()[0] = Math.max(0, visit.scroll()[0] + scroll.pixels());
        yield outcome(Kind.CHANGED);
      }
      default -> outcome(Kind.NOTHING);
    };
  }

  private static Outcome outcome(Kind kind) {
    return new Outcome(kind, "", List.of());
  }

  private Outcome go(String path, Deque<String> way, Visit visit) {
    visit.scroll()[0] = 0;
    way.push(path.isEmpty() ? "/" : path);
    return outcome(Kind.NAVIGATED);
  }

  private static Outcome back(Deque<String> way, Visit visit) {
    visit.scroll()[0] = 0;
    if (way.size() == 1) {
      return outcome(Kind.NOTHING);
    }
    way.pop();
    return outcome(Kind.NAVIGATED);
  }

  private Outcome press(String label, Deque<String> way, Visit visit) {
    var effect = buttons.apply(label, visit);
    return switch (effect) {
      case "" -> outcome(Kind.NOTHING);
      case "." -> outcome(Kind.CHANGED);
      default -> go(effect, way, visit);
    };
  }

  private static Outcome note(String field, String value, Visit visit) {
    visit.typed().put(field, value);
    return outcome(Kind.CHANGED);
  }

  private Outcome noteAndPress(String field, String value, Deque<String> way, Visit visit) {
    visit.typed().put(field, value);
    var effect = press(field, way, visit);
    return effect.kind() == Kind.NOTHING ? outcome(Kind.CHANGED) : effect;
  }

  private static StepRecord record(
      int step, Persona persona, Decision decision, Outcome outcome, PageView before) {
    return new StepRecord(
        step,
        0,
        persona.name(),
        decision.subGoal(),
        decision.action(),
        outcome,
        before.url(),
        null,
        null,
        decision.reason(),
        decision.scent(),
        decision.predictedSeconds(),
        100,
        0.5,
        null);
  }
}
