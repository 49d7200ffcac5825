package dev.hitlai.aitester.run;

import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.run.Shots.Shot;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each finding with a place a picture of its own, in which the place is framed. */
final class AnnotatedFindings {
  private static final int DECODED_AT_ONCE = 4;

  private final Map<String, Shot> shots;
  private final EvidenceStore store;
  private final Map<String, BufferedImage> decoded = new HashMap<>();

  AnnotatedFindings(Map<String, Shot> shots, EvidenceStore store) {
    this.shots = shots;
    this.store = store;
  }

  List<Finding> of(List<Finding> findings) {
    return findings.stream().map(this::annotated).toList();
  }

  private Finding annotated(Finding finding) {
    var evidence = finding.evidence();
    var box = evidence.box();
    var reference = evidence.screenshot();
    var shot = reference == null ? null : shots.get(reference);
    if (shot == null || box == null || box.isEmpty() || reference == null) {
      return finding;
    }
    return Annotation.of(picture(reference, shot), shot.frame(), box)
        .map(
            jpeg -> store.save("finding-" + finding.fingerprint() + ".jpg", Shots.MEDIA_TYPE, jpeg))
        .map(saved -> Proof.with(finding, evidence.withScreenshot(saved)))
        .orElse(finding);
  }

  private BufferedImage picture(String reference, Shot shot) {
    if (decoded.size() > DECODED_AT_ONCE) {
      decoded.clear();
    }
    return decoded.computeIfAbsent(reference, _ -> Annotation.decoded(shot));
  }
}
