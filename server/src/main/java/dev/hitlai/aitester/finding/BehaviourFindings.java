package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Finding.Source;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Weight.Impact;
import dev.hitlai.aitester.page.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the way through a mission says about the site: judged from what was done and what came. */
public final class BehaviourFindings {
  private static final Rule DEAD_CLICK =
      BehaviourRules.rule("dead-click", Category.FUNCTIONAL, Impact.MAJOR, 0.75);
  private static final Rule FAILED_ACTION =
      BehaviourRules.rule("failed-action", Category.FUNCTIONAL, Impact.MAJOR, 0.6);

  private BehaviourFindings() {}

  /**
   * Findings of one mission as one persona, in the order of its steps.
   *
   * @param mission in plain words; may be blank
   */
  public static List<Finding> of(List<Trace> traces, Persona persona, String mission) {
    var findings = new ArrayList<Finding>();
    for (var trace : traces) {
      var scene = new Scene(trace, persona, mission);
      addDeadClick(findings, scene);
      addFailure(findings, scene);
      IncidentFindings.add(findings, scene);
      ObservationFindings.add(findings, scene);
    }
    return findings;
  }

  private static void addDeadClick(List<Finding> findings, Scene scene) {
    if (!(scene.trace().step().action() instanceof Action.Click(Element target))
        || scene.trace().step().outcome().kind() != Outcome.Kind.NOTHING
        || !target.usable()
        || leadsHere(target, scene.trace().before().url())) {
      return;
    }
    var label = Scene.quoted(target.label());
    findings.add(
        scene
            .draft(DEAD_CLICK)
            .title("Nothing happens on pressing " + label)
            .description(
                scene.who()
                    + " pressed "
                    + label
                    + " and the page did not change in any way, so it is unclear whether the press"
                    + " counted. People press again, then lose trust."
                    + scene.purpose())
            .recommendation(
                "Make "
                    + label
                    + " do what its label says and show at once that it works; if it isn't meant to"
                    + " be pressed, don't let it look like a "
                    + target.role()
                    + ".")
            .at(scene.url(), target.selector(), scene.persona().name())
            .identity(null, target.label())
            .evidence(scene.evidence(target))
            .make());
  }

  /** A link to where one is, or to a place on this page, rightly changes nothing. */
  private static boolean leadsHere(Element target, String url) {
    if (target.link() == null) {
      return false;
    }
    var href = target.link().href();
    int hash = href.indexOf('#');
    boolean emptyFragment = hash >= 0 && hash == href.length() - 1;
    var address = hash < 0 ? href : href.substring(0, hash);
    var here = url.contains("#") ? url.substring(0, url.indexOf('#')) : url;
    return !emptyFragment && (address.equals(here) || address.isEmpty());
  }

  private static void addFailure(List<Finding> findings, Scene scene) {
    var outcome = scene.trace().step().outcome();
    if (outcome.kind() != Outcome.Kind.ERROR || scene.target() == null) {
      return;
    }
    var target = scene.target();
    if (!target.look().occluded()) {
      return; // Only a covered control is surely the page's fault and not the tester's.
    }
    var label = Scene.quoted(target.label());
    findings.add(
        scene
            .draft(FAILED_ACTION)
            .title(label + " is covered by something else")
            .description(
                scene.who()
                    + " could not use "
                    + label
                    + " because another part of the page lies over it."
                    + scene.purpose())
            .recommendation(
                "Keep overlays, sticky bars and banners off " + label + ", or let them be closed.")
            .at(scene.url(), target.selector(), scene.persona().name())
            .identity(null, target.label())
            .evidence(scene.evidence(target))
            .make());
  }

  /** One step as seen by the rules. */
  record Scene(Trace trace, Persona persona, String mission) {

    Draft draft(Rule rule) {
      return Findings.by(rule).source(Source.BEHAVIOUR);
    }

    String url() {
      return trace.before().url();
    }

    /** The persona as the subject of a sentence. */
    String who() {
      return persona.label();
    }

    /** A sentence on what the person was after, with a leading space; empty without a mission. */
    String purpose() {
      var goal = trace.decision().subGoal();
      if (mission.isBlank()) {
        return "";
      }
      return goal.isBlank()
          ? " The mission was “" + mission + "”."
          : " It happened on the way to “" + goal + "”, part of “" + mission + "”.";
    }

    @Nullable Element target() {
      return switch (trace.step().action()) {
        case Action.Click click -> click.target();
        case Action.Type type -> type.target();
        case Action.Select select -> select.target();
        case Action.Check check -> check.target();
        case Action.Hover hover -> hover.target();
        case Action.Keys keys -> keys.target();
        case Action.Gesture gesture -> gesture.target();
        case Action.Drag drag -> drag.source();
        case Action.Mark mark -> mark.target();
        case Action.Press _,
            Action.Scroll _,
            Action.Back _,
            Action.Await _,
            Action.Open _,
            Action.Finish _,
            Action.GiveUp _ ->
            null;
      };
    }

    Evidence evidence(@Nullable Element element) {
      return new Evidence(
          trace.step().screenshot(),
          element == null ? null : element.box(),
          null,
          Map.of("step", trace.step().index(), "outcome", trace.step().outcome().detail()));
    }

    static String quoted(String label) {
      var text = label.strip().replaceAll("\\s+", " ");
      return "“" + (text.length() > 60 ? text.substring(0, 57) + "…" : text) + "”";
    }
  }
}
