package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.finding.BehaviourFindings.Scene;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Weight.Impact;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Decision.Option;
import java.util.List;
import java.util.stream.Collectors;

/** Findings from what the simulated person noticed while choosing. */
final class ObservationFindings {
  private static final Rule LOST =
      BehaviourRules.rule("lost", Category.NAVIGATION, Impact.MAJOR, 0.6);
  private static final Rule AMBIGUOUS =
      BehaviourRules.rule("ambiguous-labels", Category.NAVIGATION, Impact.MINOR, 0.55);
  private static final Rule BELOW =
      BehaviourRules.rule("below-the-fold", Category.VISUAL, Impact.MINOR, 0.55);
  private static final Rule OVERLOOKED =
      BehaviourRules.rule("overlooked", Category.VISUAL, Impact.MAJOR, 0.6);
  private static final Rule BACKTRACK =
      BehaviourRules.rule("backtrack", Category.NAVIGATION, Impact.MINOR, 0.55);
  private static final Rule UNMARKED =
      BehaviourRules.rule("unmarked-required", Category.FORMS, Impact.MINOR, 0.8).wcag("3.3.2");
  private static final Rule UNHELPFUL =
      BehaviourRules.rule("unhelpful-error", Category.FORMS, Impact.MAJOR, 0.75).wcag("3.3.3");
  private static final Rule INPUT_LOST =
      BehaviourRules.rule("input-lost", Category.FORMS, Impact.MAJOR, 0.85);
  private static final Rule UNREACHABLE =
      BehaviourRules.rule("unreachable-by-keyboard", Category.ACCESSIBILITY, Impact.BLOCKING, 0.8)
          .wcag("2.1.1");
  private static final Rule NAMELESS =
      BehaviourRules.rule("nameless", Category.ACCESSIBILITY, Impact.MAJOR, 0.85).wcag("4.1.2");
  private static final Rule GAVE_UP =
      BehaviourRules.rule("gave-up", Category.NAVIGATION, Impact.BLOCKING, 0.6);

  private ObservationFindings() {}

  static void add(List<Finding> findings, Scene scene) {
    for (var observation : scene.trace().decision().observations()) {
      findings.add(placed(draft(scene, observation), scene, observation).make());
    }
  }

  private static Draft draft(Scene scene, Observation observation) {
    var detail = sentence(observation.detail());
    var subject = subject(scene, observation);
    return switch (observation.kind()) {
      case LOST ->
          said(
              scene,
              LOST,
              "Nothing on the page points to “" + goal(scene) + "”",
              detail + " No link or button here smells of the goal, so people guess or leave.",
              "Name the way to it in the words of the task, in the navigation or next to the"
                  + " heading.");
      case AMBIGUOUS ->
          said(
              scene,
              AMBIGUOUS,
              names(observation) + " look equally right for “" + goal(scene) + "”",
              detail + " Whoever picks the wrong one pays with a detour.",
              "Make the labels differ in what they lead to, or join them into one.");
      case BELOW_THE_FOLD ->
          said(
              scene,
              BELOW,
              subject + " stands far below the first screen",
              detail + " Many never scroll that far.",
              "Move it up, or put a link to it on the first screen.");
      case OVERLOOKED ->
          said(
              scene,
              OVERLOOKED,
              subject + " is easily overlooked",
              detail,
              "Give it a text label, a contrast of at least 4.5:1 and a place in plain view.");
      case BACKTRACKED ->
          said(
              scene,
              BACKTRACK,
              "The way over " + subject + " leads nowhere for “" + goal(scene) + "”",
              detail + " The label promised something that the page behind it doesn't hold.",
              "Let the label say what is behind it, or offer the next step on that page.");
      case UNMARKED_REQUIRED ->
          said(
              scene,
              UNMARKED,
              subject + " is required but not marked as such",
              detail + " People learn it only from the error.",
              "Mark it in the label (“required”) and with the required attribute.");
      case UNHELPFUL_ERROR ->
          said(
              scene,
              UNHELPFUL,
              "The error message doesn't say what to do",
              detail + " People can't repair what they aren't told.",
              "Say which field, what is wrong and a valid example, next to the field.");
      case INPUT_LOST ->
          said(
              scene,
              INPUT_LOST,
              "What was typed is gone after an error",
              detail + " Everything has to be typed again.",
              "Send the form back with the values that were entered.");
      case UNREACHABLE_BY_KEYBOARD ->
          said(
              scene,
              UNREACHABLE,
              subject + " can't be reached with the keyboard",
              detail + " People without a mouse can't use it at all.",
              "Use a native button or link, or tabindex=\"0\" with a key handler.");
      case NAMELESS ->
          said(
              scene,
              NAMELESS,
              subject + " has no name for a screen reader",
              detail + " It is read out as just its role.",
              "Give it visible text, or an aria-label that says what it does.");
      case GAVE_UP ->
          said(
              scene,
              GAVE_UP,
              scene.who()
                  + " gives up at step "
                  + scene.trace().step().index()
                  + " on “"
                  + goal(scene)
                  + "”",
              detail,
              "Remove the obstacles found on the way here, those on this page first.");
    };
  }

  private static Draft said(
      Scene scene, Rule rule, String title, String what, String recommendation) {
    return scene
        .draft(rule)
        .title(title)
        .description(scene.who() + ": " + what.strip() + scene.purpose())
        .recommendation(recommendation);
  }

  private static Draft placed(Draft draft, Scene scene, Observation observation) {
    var selector =
        observation.options().isEmpty() ? null : observation.options().getFirst().selector();
    var words =
        observation.options().stream().map(Option::label).sorted().collect(Collectors.joining("|"));
    return draft
        .at(scene.url(), selector, scene.persona().name())
        .identity(null, words.isEmpty() ? goal(scene) : words)
        .evidence(scene.evidence(null));
  }

  private static String goal(Scene scene) {
    var goal = scene.trace().decision().subGoal();
    return goal.isBlank() ? (scene.mission().isBlank() ? "the goal" : scene.mission()) : goal;
  }

  private static String subject(Scene scene, Observation observation) {
    if (!observation.options().isEmpty()) {
      return Scene.quoted(observation.options().getFirst().label());
    }
    var target = scene.target();
    return target == null ? "What the task needs" : Scene.quoted(target.label());
  }

  private static String names(Observation observation) {
    return observation.options().stream()
        .limit(2)
        .map(option -> Scene.quoted(option.label()))
        .collect(Collectors.joining(" and "));
  }

  private static String sentence(String detail) {
    var text = detail.strip();
    return text.isEmpty() || text.matches(".*[.!?]$") ? text : text + ".";
  }
}
