package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Sounds and films for those who don't hear or see them, or don't want to. */
final class MediaAudit extends PageAudit {
  private final PageScript script = new PageScript("media");

  private final Probes probes;

  MediaAudit(Probes probes) {
    super(
        "media",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "autoplay",
                Rule.of("media/autoplay", Category.ACCESSIBILITY, Impact.MAJOR, 0.9).wcag("1.4.2"),
                "{element} starts to sound by itself and can't be stopped",
                "It talks over the screen reader, and there is no button to silence it.",
                "Start it only when asked to, or show controls (the controls attribute will do)."),
            on(
                "captions",
                Rule.of("media/captions", Category.ACCESSIBILITY, Impact.MAJOR, 0.75).wcag("1.2.2"),
                "Film {element} has no captions",
                "People who don't hear, or watch without sound, miss what is said: there is no"
                    + " track with captions and no text next to it.",
                "Add <track kind=\"captions\" srclang=\"…\" src=\"….vtt\">."),
            on(
                "audio",
                Rule.of("media/audio", Category.ACCESSIBILITY, Impact.MAJOR, 0.75).wcag("1.2.1"),
                "Recording {element} has no transcript",
                "People who don't hear get nothing: the page has no text that could tell what is"
                    + " said, and no link to one.",
                "Put the transcript below it, or link to it."),
            on(
                "video-only",
                Rule.of("media/video-only", Category.ACCESSIBILITY, Impact.MAJOR, 0.75)
                    .wcag("1.2.1"),
                "Silent film {element} has no description",
                "People who don't see get nothing: the page has no text that could tell what is"
                    + " shown.",
                "Describe in text what the film shows, or add a sound track that tells it.")));
    this.probes = probes;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return probes.isWorthAsking(subject, id()) ? script.run(subject.page()) : List.of();
  }
}
