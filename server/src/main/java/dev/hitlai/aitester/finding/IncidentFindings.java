package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.action.Outcome.Incident;
import dev.hitlai.aitester.finding.BehaviourFindings.Scene;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings from what happened on the side while the tester acted. */
final class IncidentFindings {
  /** Nielsen's limits: above one second the flow of thought breaks … */
  private static final long SLOW_MILLIS = 1_000;

  /** … and well before ten seconds attention is gone; three is where people start to leave. */
  private static final long VERY_SLOW_MILLIS = 3_000;

  private static final Rule DIALOG =
      BehaviourRules.rule("dialog", Category.NAVIGATION, Impact.MINOR, 0.6);
  private static final Rule NEW_TAB =
      BehaviourRules.rule("new-tab", Category.NAVIGATION, Impact.MINOR, 0.8).wcag("3.2.5");
  private static final Rule CONSOLE_ERROR =
      BehaviourRules.rule("script-error", Category.FUNCTIONAL, Impact.MAJOR, 0.8);
  private static final Rule REQUEST_FAILED =
      BehaviourRules.rule("request-failed", Category.FUNCTIONAL, Impact.MAJOR, 0.8);
  private static final Rule SLOW =
      BehaviourRules.rule("slow-response", Category.PERFORMANCE, Impact.MINOR, 0.8);
  private static final Rule SHIFT =
      BehaviourRules.rule("layout-shift", Category.VISUAL, Impact.MINOR, 0.75);
  private static final Rule HUNG =
      BehaviourRules.rule("page-hung", Category.PERFORMANCE, Impact.BLOCKING, 0.8);
  private static final Rule INPUT_LOST =
      BehaviourRules.rule("input-lost", Category.FORMS, Impact.MAJOR, 0.85);
  private static final Rule FOCUS_LOST =
      BehaviourRules.rule("focus-lost", Category.ACCESSIBILITY, Impact.MAJOR, 0.7).wcag("2.4.3");

  private IncidentFindings() {}

  static void add(List<Finding> findings, Scene scene) {
    for (var incident : scene.trace().step().outcome().incidents()) {
      var draft = draft(scene, incident);
      if (draft != null) {
        findings.add(placed(draft, scene, incident).make());
      }
    }
  }

  private static @Nullable Draft draft(Scene scene, Incident incident) {
    var step = scene.trace().step().action().describe();
    return switch (incident.kind()) {
      case DIALOG ->
          scene
              .draft(DIALOG)
              .title("A browser dialog interrupts on “" + step + "”")
              .description(
                  scene.who()
                      + " was stopped by a browser dialog (“"
                      + incident.detail()
                      + "”), which can't be styled, covers the page and must be answered first."
                      + scene.purpose())
              .recommendation(
                  "Say it within the page: inline confirmation, or undo after the fact instead of a"
                      + " question before.");
      case NEW_TAB ->
          scene
              .draft(NEW_TAB)
              .title("A new tab opens without warning on “" + step + "”")
              .description(
                  scene.who()
                      + " suddenly finds another tab in front and the back button without effect."
                      + scene.purpose())
              .recommendation(
                  "Open it in the same tab, or say “opens in a new tab” in the link's text.");
      case CONSOLE_ERROR ->
          scene
              .draft(CONSOLE_ERROR)
              .title("A script fails on “" + step + "”")
              .description(
                  "The action made the page's script stop with “"
                      + incident.detail()
                      + "”; what it should have done after that did not happen."
                      + scene.purpose())
              .recommendation("Fix the exception, and tell the person when something fails.");
      case REQUEST_FAILED ->
          scene
              .draft(REQUEST_FAILED)
              .title("A request fails on “" + step + "”")
              .description(
                  "The page asked its server for something and got no good answer: "
                      + incident.detail()
                      + "."
                      + scene.purpose())
              .recommendation(
                  "Make the request succeed; until then tell the person what failed and offer to"
                      + " try again.");
      case SLOW_RESPONSE -> slow(scene, incident, step);
      case LAYOUT_SHIFT ->
          scene
              .draft(SHIFT)
              .title("The page moves under the pointer on “" + step + "”")
              .description(
                  "While "
                      + scene.who()
                      + " was about to press, content moved ("
                      + incident.detail()
                      + "), so that a wrong thing is pressed easily."
                      + scene.purpose())
              .recommendation(
                  "Reserve the space of what loads late (width and height, min-height), and don't"
                      + " insert content above what is already shown.");
      case PAGE_HUNG ->
          scene
              .draft(HUNG)
              .title("The page stops answering on “" + step + "”")
              .description(
                  "The page did not react any more: " + incident.detail() + "." + scene.purpose())
              .recommendation(
                  "Find the endless loop or the long task with a performance profile and break it"
                      + " up.");
      case INPUT_LOST ->
          scene
              .draft(INPUT_LOST)
              .title("What was typed is gone after “" + step + "”")
              .description(
                  scene.who()
                      + " has to type again: "
                      + incident.detail()
                      + ". Many give up here."
                      + scene.purpose())
              .recommendation(
                  "Send the form back with the values that were entered (secrets excepted) and the"
                      + " focus on the first error.");
      case FOCUS_LOST ->
          scene
              .draft(FOCUS_LOST)
              .title("The keyboard focus is lost on “" + step + "”")
              .description(
                  "After the action the focus is on nothing, so that people without a mouse start"
                      + " again at the top of the page."
                      + scene.purpose())
              .recommendation(
                  "Move the focus to what appeared, or back to the control that was used.");
      // What the tester itself does or is told not to do says nothing about the site.
      case DOWNLOAD, HOST_NOT_ALLOWED, BROWSER_CRASHED -> null;
    };
  }

  private static @Nullable Draft slow(Scene scene, Incident incident, String step) {
    if (incident.millis() <= SLOW_MILLIS) {
      return null;
    }
    boolean verySlow = incident.millis() > VERY_SLOW_MILLIS;
    return scene
        .draft(SLOW)
        .weight(Weight.of(verySlow ? Impact.MAJOR : Impact.MINOR))
        .title("“" + step + "” takes more than " + (verySlow ? "three seconds" : "a second"))
        .description(
            scene.who()
                + " waits. Above one second the flow of thought breaks, above three people start"
                + " to leave."
                + scene.purpose())
        .recommendation(
            "Answer within a second: cache, index or do the slow part afterwards; show progress"
                + " meanwhile.");
  }

  private static Draft placed(Draft draft, Scene scene, Incident incident) {
    var target = scene.target();
    return draft
        .at(scene.url(), target == null ? null : target.selector(), scene.persona().name())
        .identity(null, incident.kind() + " " + (target == null ? "" : target.label()))
        .evidence(scene.evidence(target));
  }
}
